"""For a whole organization: a server and a workbook for each of its people, through JupyterHub."""
