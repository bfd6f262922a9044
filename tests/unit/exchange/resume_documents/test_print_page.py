from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange.resume_documents import print_page, sheet_of
from rutkit.exchange.resume_documents.sheet import Sheet, SheetEntry, SheetSection

OURS = {"!doctype", "html", "head", "meta", "title", "style", "body", "header", "main", "section"} | {
    "h1", "h2", "h3", "p", "a", "ul", "li", "strong"
}  # fmt: skip
NASTY = '<script>alert("x")</script>{0}&'


def page(**basics: object) -> str:
    return print_page(
        sheet_of({"basics": basics, "work": [{"position": "Lead", "highlights": ["Cut waste"]}]})
    ).decode()


def test_headings_are_real_ones_in_order() -> None:
    assert re.findall(r"<(h\d)>([^<]*)", page(name="Ada")) == [
        ("h1", "Ada"),
        ("h2", "Experience"),
        ("h3", "Lead"),
    ]


def test_lines_are_a_list() -> None:
    assert "<ul>\n<li>Cut waste</li>\n</ul>" in page()


def test_the_file_asks_nobody_for_anything() -> None:
    written = page(name="Ada", url="https://a.example", image="https://b.example/me.png")
    assert "default-src 'none'" in written
    assert re.findall(r"\b(?:src|srcset|data)=|@import|url\(|<link|<script", written) == []


def test_only_web_and_mail_addresses_become_links() -> None:
    written = page(
        email="a@a.example", url="javascript:alert(1)", profiles=[{"url": "https://a.example/?a=1&b=2"}]
    )
    assert re.findall('href="([^"]*)"', written) == ["mailto:a@a.example", "https://a.example/?a=1&amp;b=2"]


texts = st.just(NASTY) | st.text(max_size=20)
entries = st.builds(SheetEntry, texts, texts, texts, texts, st.tuples(texts))
sections = st.builds(SheetSection, texts, st.tuples(entries))


@given(st.builds(Sheet, texts, texts, st.tuples(texts), texts, st.tuples(sections)))
def test_nothing_that_somebody_wrote_becomes_markup(sheet: Sheet) -> None:
    tags = set(re.findall(r"<\s*/?\s*([a-zA-Z0-9!]+)", print_page(sheet).decode()))
    assert tags <= OURS
