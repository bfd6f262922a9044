"""A demo: the workbook of somebody invented, with a year in it."""

from rutkit.demo.writing import write_demo

__all__ = ["write_demo"]
