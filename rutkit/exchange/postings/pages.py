"""Web pages as a browser saves them: what they say of their postings for machines, or else their readable text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from lxml import html

from rutkit.exchange.postings import schema_org, wording
from rutkit.exchange.postings.found import Found, FoundPosting, Unreadable, checked
from rutkit.exchange.postings.markup import SILENT, parse, text_of
from rutkit.exchange.postings.structured import items

SHORTEST_PAGE = 80
"""Characters of text below which a page holds no posting: such pages fill themselves by scripts."""


def postings_of_page(markup: str, where: str) -> Iterator[Found]:
    """Every posting that the page describes; if there is none, what a person would read of it as one posting."""
    page = parse(markup)
    if page is None:
        yield Unreadable(where, "The page is empty.")
        return
    link = _address(page, markup)
    described = items(page, schema_org.JOB_POSTING)
    if not described:
        yield _whole_page(page, where, link)
        return
    stem = PurePath(where).stem
    if len(described) == 1:
        item = described[0]
        text = "" if item.get("description") else readable_text(page)
        posting = schema_org.posting(item, where, text=text)
        yield checked(replace(posting, link=posting.link or link, id=posting.id or stem))
        return
    postings = dict.fromkeys(schema_org.posting(item, where) for item in described)
    for number, posting in enumerate(postings, start=1):
        yield checked(replace(posting, id=posting.id or f"{stem}-{number}"))


def readable_text(page: html.HtmlElement) -> str:
    """What the page tells, without its menus, forms and lists of links. The page's tree is cut down to that."""
    _drop(page, _NEVER_READ)
    everything = text_of(page)
    _drop(page, _AROUND)
    for part in page.xpath("//ul | //ol | //menu"):
        if _is_menu(part):
            part.drop_tree()
    candidates = [text_of(part) for part in page.xpath(_MAIN)]
    text = max(candidates, key=len, default="")
    if len(text) < SHORTEST_MAIN:
        text = text_of(page)
    # Some sites put the whole page into a form, or the job into a "header".
    return text if len(text) >= min(SHORTEST_MAIN, len(everything) // 4) else everything


SHORTEST_MAIN = 300
"""Characters. A "main" part that says less is not where the posting stands."""

_SILENT = " or ".join(f"self::{tag}" for tag in sorted(SILENT - {"head"}))
_NEVER_READ = f"//*[{_SILENT} or @hidden or @aria-hidden='true']"
_AROUND = (
    "//*[self::nav or self::header or self::footer or self::form or self::aside or self::dialog"
    " or @role='navigation' or @role='banner' or @role='contentinfo' or @role='search' or @role='dialog']"
)
_MAIN = "//main | //article | //*[@role='main']"
_LINKS_OF_A_MENU = 3
_SHARE_OF_A_MENU = 0.8


def _drop(page: html.HtmlElement, what: str) -> None:
    for part in page.xpath(what):
        if part.getparent() is not None and part.tag != "body":
            part.drop_tree()


def _is_menu(part: html.HtmlElement) -> bool:
    """Whether nearly all of it is links: other jobs, other pages."""
    links = part.xpath(".//a")
    if len(links) < _LINKS_OF_A_MENU:
        return False
    linked = sum(len(link.text_content()) for link in links)
    return bool(linked >= _SHARE_OF_A_MENU * len(part.text_content().strip()))


def _whole_page(page: html.HtmlElement, where: str, link: str) -> Found:
    title = _title(page)
    text = readable_text(page)
    if len(text) < SHORTEST_PAGE:
        return Unreadable(
            where,
            "There is next to no text in this page; it may have been saved before it was filled. "
            "Please open it, select the posting, and paste it as text.",
        )
    return checked(FoundPosting(text, title=title, link=link, where=where, id=PurePath(where).stem))


def _title(page: html.HtmlElement) -> str:
    """Its only heading of the first rank, or else what it calls itself."""
    headings = [wording.one_line(text_of(heading)) for heading in page.xpath("//h1")]
    headings = [heading for heading in headings if heading]
    named = page.xpath("//meta[@property='og:title']/@content") or page.xpath("//title/text()")
    return headings[0] if len(headings) == 1 else wording.one_line(str(named[0])) if named else ""


def _address(page: html.HtmlElement, markup: str) -> str:
    """Where the page was, as it says itself or as the browser noted that saved it."""
    named = page.xpath("//link[@rel='canonical']/@href") or page.xpath("//meta[@property='og:url']/@content")
    noted = _SAVED_FROM.search(markup[:2_000])
    return wording.web_address(str(named[0])) if named else wording.web_address(noted[1]) if noted else ""


_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
