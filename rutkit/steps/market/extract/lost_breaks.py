"""Where a page's lines were run together: "Bachelor's degree required3+ years of experiencePHP"."""

from __future__ import annotations

import re

_LOST = re.compile(
    r"[A-Z\d](?<!PhD)"  # first, so that the search leaps from capital to capital
    r"(?:(?<=[a-z)]\d)|(?<=[a-z)][A-Z])(?=[a-z])|(?<=[a-z]{4}[A-Z])(?=[A-Z])|(?<=[A-Z]{5})(?=[a-z]{3}))"
)


def restore(text: str) -> str:
    """The text with a blank where a small letter runs into a capital or a figure.

    >>> restore("Degree required3+ years")
    'Degree required 3+ years'
    """
    return _LOST.sub(r" \g<0>", text) if _LOST.search(text) else text
