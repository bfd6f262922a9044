"""Reads a job posting: what it asks for, with the place in the text that says so.

Pure: no network, no model, no clock. Knows neither workbook nor widgets, and nothing of the step around it.
"""
