"""A whole workbook as files: JSON that comes back as it left, tables, and a report to read and print."""
