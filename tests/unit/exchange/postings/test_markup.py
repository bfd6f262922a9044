from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange.postings.markup import looks_like_html, plain_text, without_markdown


def test_blocks_become_lines_and_points_get_a_bullet() -> None:
    markup = "<h2>You</h2><p>We want\n you.</p><ul><li>Python<li><b>SQL</b> and R</ul>Bye<br/>now"
    assert plain_text(markup) == "You\nWe want you.\n• Python\n• SQL and R\nBye\nnow"


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Salt &amp; pepper</p><p>Caf&eacute;</p>",
        "&lt;p&gt;Salt &amp;amp; pepper&lt;/p&gt;&lt;p&gt;Caf&amp;eacute;&lt;/p&gt;",
        "&amp;lt;p&amp;gt;Salt &amp;amp;amp; pepper&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Café&amp;lt;/p&amp;gt;",
        "<div>&lt;p&gt;Salt &amp;amp; pepper&lt;/p&gt;&lt;p&gt;Café&lt;/p&gt;</div>",
    ],
)
def test_html_that_is_escaped_within_comes_out_the_same(markup: str) -> None:
    assert plain_text(markup) == "Salt & pepper\nCafé"


@pytest.mark.parametrize(
    "silent", ["<script>let a</script>", "<style>p {}</style>", "<noscript>On</noscript>", "<!-- a -->"]
)
def test_what_is_not_for_reading_is_left_out_and_what_follows_it_stays(silent: str) -> None:
    assert plain_text(f"<p>One {silent}two</p><p>three</p>") == "One two\nthree"


def test_lines_within_pre_stay_lines() -> None:
    assert plain_text("<pre>one\ntwo</pre>") == "one\ntwo"


@pytest.mark.parametrize("text", ["salary < 50k and > 40k", "AT&T", "a <- b", "1 < 2 <3", "R&D"])
def test_plain_text_is_not_taken_for_html(text: str) -> None:
    assert not looks_like_html(text)
    assert plain_text(text) == text


def test_entities_in_plain_text_are_read() -> None:
    assert plain_text("AT&amp;T pays &pound;30k") == "AT&T pays £30k"


def test_a_page_that_nests_too_deep_for_python_is_read() -> None:
    assert plain_text("<div>" * 1_500 + "deep" + "</div>" * 1_500) == "deep"


@given(st.text())
def test_any_text_gives_a_text(text: str) -> None:
    assert "<p>" not in plain_text(f"<p>{text}")


@given(
    st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20), min_size=1, max_size=5)
)
def test_no_word_is_lost(words: list[str]) -> None:
    assert plain_text("".join(f"<p>{word}</p>" for word in words)).split("\n") == words


def test_marks_of_markdown_are_taken_away() -> None:
    assert (
        without_markdown("## You\n**Must have:**\n* C\\+\\+\n* 3\\+ years")
        == "You\nMust have:\n* C++\n* 3+ years"
    )


@pytest.mark.parametrize("text", ["**** per annum", "C:\\Users\\me", "2 ** 3 ** 4", "# 1 in sales"[2:]])
def test_stars_and_backslashes_that_are_no_markdown_stay(text: str) -> None:
    assert without_markdown(text) == text
