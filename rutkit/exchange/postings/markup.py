"""HTML as the plain text that a person sees: a line for each block, and a bullet for each point of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from lxml import etree, html

SILENT = frozenset(
    ("button", "head", "iframe", "noscript", "object", "script", "select", "style", "svg", "template")
)
"""Elements whose text is not for reading."""

_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
        "main", "nav", "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul",
    )
)  # fmt: skip
_NAMES = "p|br|hr|div|ul|ol|li|dl|dt|dd|span|strong|em|b|i|u|h[1-6]|table|tr|td|html|body|section|article|a|font|pre"
_TAG = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]*|\s*/)?>", re.IGNORECASE)
_ESCAPED_TAG = re.compile(rf"&(?:amp;)*(?:lt|#60|#x3c);/?(?:{_NAMES})\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp;)*(?:[a-z]{2,8}|#[0-9]{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_ESCAPED_AT_MOST = 4
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)


def looks_like_html(text: str) -> bool:
    """Whether a text has tags of HTML, be they escaped once or more."""
    return ("<" in text and _TAG.search(text) is not None) or (
        "&" in text and _ESCAPED_TAG.search(text) is not None
    )


def parse(markup: str) -> html.HtmlElement | None:
    """The tree of a page or a piece of one, however broken; None if nothing is in it. Nothing is loaded."""
    parser = html.HTMLParser(
        no_network=True, recover=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    markup = _DECLARATION.sub("", markup).replace("\0", "")
    try:
        return html.document_fromstring(markup, parser=parser) if markup.strip() else None
    except etree.ParserError:
        return None  # "Document is empty": nothing but comments


def plain_text(markup: str) -> str:
    """The text of a piece of HTML; what is escaped within, as descriptions in feeds are, is taken for HTML too.

    >>> plain_text("&lt;p&gt;Salt &amp;amp; pepper&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Python&lt;/ul&gt;")
    'Salt & pepper\\n• Python'
    """
    for _ in range(_ESCAPED_AT_MOST):
        if not looks_like_html(markup):
            break
        if _TAG.search(markup):
            tree = parse(markup)
            markup = "" if tree is None else text_of(tree)
        else:
            markup = unescape(markup)
    return unescape(unescape(markup)) if _ENTITY.search(markup) else markup


def without_markdown(text: str) -> str:
    """Without the marks of Markdown, in which some tools write down what was HTML; its bullets stay.

    >>> without_markdown("**What we need**\\n* C\\\\+\\\\+")
    'What we need\\n* C++'
    """
    if "**" in text:
        text = _BOLD.sub(r"\1", text)
    if "\\" in text:
        text = _NEEDLESS_ESCAPE.sub(r"\1", text)
    return _HEADING.sub("", text) if "# " in text and _HEADING.search(text) else text


_BOLD = re.compile(r"(?<!\*)\*\*(?=[^\s*])(.+?)(?<=[^\s*])\*\*(?!\*)")
_NEEDLESS_ESCAPE = re.compile(r"\\([^\w\s\\])")
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+", re.MULTILINE)


def text_of(element: html.HtmlElement) -> str:
    """The text of an element and all within it, without what is silent."""
    lines = (" ".join(line.split()) for line in "".join(_pieces(element)).split("\n"))
    return "\n".join(line for line in lines if line not in ("", "•"))


def _pieces(element: html.HtmlElement) -> Iterator[str]:
    # Not recursive: a page may nest deeper than Python calls.
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, part in walk:
        tag = part.tag
        if event == "end":
            if tag in _BLOCKS:
                yield "\n"
            if part is not element and part.tail:
                yield _in_one_line(part.tail)
        elif tag in SILENT:
            walk.skip_subtree()
        else:
            if tag in _BLOCKS:
                yield "\n• " if tag == "li" else "\n"
            if part.text:
                yield part.text if tag == "pre" else _in_one_line(part.text)


def _in_one_line(text: str) -> str:
    """The end of a line means nothing in HTML."""
    return re.sub(r"\s+", " ", text)
