"""The whole workbook out as files, and back in: what joins the workbook to `rutkit.exchange.whole`."""
