"""Text in CSV files that a spreadsheet would run as a formula, and the apostrophe that prevents it."""

from __future__ import annotations

_STARTS = ("=", "+", "-", "@", "\t", "\r")


def guarded(text: str) -> str:
    """With an apostrophe in front, if a spreadsheet would take it for a formula.

    >>> guarded("=1+1"), guarded("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{text}" if _is_formula(text) else text


def unguarded(text: str) -> str:
    """What `guarded` made `text` from."""
    return text[1:] if text[:1] == "'" and _is_formula(text) else text


def _is_formula(text: str) -> bool:
    # Apostrophes that were there before count too, or `unguarded` would take one that nobody put there.
    return text.lstrip("'").startswith(_STARTS)
