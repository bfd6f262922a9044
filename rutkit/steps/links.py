"""Links from files, as records can keep them."""

from __future__ import annotations

from rutkit.records import LONGEST_SHORT_TEXT


def short_link(link: str) -> str:
    """A link that fits: a longer one without what it tells about the visitor. A cut path would lead nowhere.

    >>> short_link("https://mills.example/jobs/7?from=" + 300 * "x")
    'https://mills.example/jobs/7'
    """
    if len(link) > LONGEST_SHORT_TEXT:
        link = link.partition("?")[0]
    return link if len(link) <= LONGEST_SHORT_TEXT else ""
