"""Keeping the workbook: its file and copies, what is taken along, the passphrase."""
