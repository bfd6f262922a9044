from __future__ import annotations

import json

import pytest

from rutkit.exchange.postings.found import FoundPosting, Unreadable
from rutkit.exchange.postings.pages import postings_of_page

TEXT = "We look for a baker who bakes bread at night and knows sourdough by heart. " * 5


def only(markup: str) -> FoundPosting:
    (found,) = postings_of_page(markup, "page.html")
    assert isinstance(found, FoundPosting), found
    return found


def described(*things: dict[str, str]) -> str:
    content = json.dumps([{"@type": "JobPosting", **thing} for thing in things])
    return f'<script type="application/ld+json">{content}</script>'


def test_menus_forms_and_the_like_are_not_read() -> None:
    page = only(
        "<html><head><title>Acme jobs</title></head><body><nav>Home</nav><header>Sign in</header>"
        f"<h1>Baker</h1><p>{TEXT}</p>"
        "<ul><li><a>Cook</a><li><a>Host</a><li><a>Waiter</a></ul><form>Apply</form><footer>© Acme</footer>"
        "<div hidden>secret</div><div role='dialog'>Cookies</div></body></html>"
    )
    assert page.text == f"Baker\n{TEXT.strip()}"


def test_the_main_part_is_read_if_there_is_one() -> None:
    assert only(f"<div>Other jobs</div><main><p>{TEXT}</p></main>").text == TEXT.strip()


@pytest.mark.parametrize("tag", ["form", "header", "aside"])
def test_a_page_that_stands_within_a_form_or_a_header_is_read_all_the_same(tag: str) -> None:
    assert only(f"<body><{tag}><p>{TEXT}</p></{tag}><p>© Acme</p></body>").text.startswith(TEXT.strip())


def test_the_only_heading_of_the_first_rank_is_the_title() -> None:
    assert only(f"<title>Acme</title><h1>Baker <b>(nights)</b></h1><p>{TEXT}").title == "Baker (nights)"


def test_else_the_page_knows_its_title() -> None:
    assert only(f"<title>Baker at Acme</title><h1>Jobs</h1><h1>Baker</h1><p>{TEXT}").title == "Baker at Acme"


@pytest.mark.parametrize(
    "noted",
    [
        '<link rel="canonical" href="https://acme.example/1">',
        '<meta property="og:url" content="https://acme.example/1">',
        "<!-- saved from url=(0022)https://acme.example/1 -->",
    ],
)
def test_the_page_knows_where_it_was(noted: str) -> None:
    assert only(f"{noted}<p>{TEXT}").link == "https://acme.example/1"


def test_several_postings_of_one_page_are_all_read_and_what_is_said_twice_once() -> None:
    baker, cook = {"title": "Baker", "description": "Bake."}, {"title": "Cook", "description": "Cook."}
    found = list(postings_of_page(described(baker, cook, baker), "page.html"))
    assert [(posting.id, posting.title) for posting in found if isinstance(posting, FoundPosting)] == [
        ("page-1", "Baker"),
        ("page-2", "Cook"),
    ]


def test_a_posting_without_a_description_takes_the_text_of_its_page() -> None:
    page = only(f"{described({'title': 'Baker', 'employmentType': 'FULL_TIME'})}<p>{TEXT}</p>")
    assert page.title == "Baker"
    assert page.text == f"{TEXT.strip()}\n\nEmployment type: full-time"


def test_data_that_is_cut_off_leaves_the_text_of_the_page() -> None:
    broken = '<script type="application/ld+json">{"@type": "JobPosting", "title": "Ba</script>'
    assert only(f"{broken}<h1>Baker</h1><p>{TEXT}").title == "Baker"


@pytest.mark.parametrize(
    "page", ["", "<!-- nothing -->", "<html><body><div id=root></div><script>go()</script></body></html>"]
)
def test_a_page_without_text_says_so(page: str) -> None:
    (found,) = postings_of_page(page, "page.html")
    assert isinstance(found, Unreadable)


def test_a_page_declared_as_xml_is_read() -> None:
    assert (
        only(f'<?xml version="1.0" encoding="UTF-8"?><html><body><p>{TEXT}</p></body></html>').text
        == TEXT.strip()
    )


def test_an_entity_of_the_page_s_own_opens_no_file() -> None:
    page = only(
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>{TEXT}&x;</p></body></html>'
    )
    assert "&x;" in page.text
