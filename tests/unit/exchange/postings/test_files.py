from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange.postings import posting_of_text, read_postings
from rutkit.exchange.postings.found import LONGEST_TEXT, FoundPosting, Unreadable

TEXT = "We look for a baker who bakes bread at night."


def only(data: bytes, name: str) -> FoundPosting:
    (found,) = read_postings(data, name)
    assert isinstance(found, FoundPosting), found
    return found


def reason(data: bytes, name: str) -> str:
    (found,) = read_postings(data, name)
    assert isinstance(found, Unreadable), found
    assert found.where == name
    return found.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
@pytest.mark.parametrize("name", ["job.txt", "job.html", "jobs.csv", "job"])
def test_the_encoding_is_found_by_itself(encoding: str, name: str) -> None:
    text = f"{TEXT} Café Größe £. " * 3
    content = {"job.html": f"<p>{text}</p>", "jobs.csv": f"description\n{text}\n"}.get(name, text)
    assert "Café Größe £" in only(content.encode(encoding), name).text


def test_a_page_s_own_word_for_its_encoding_counts() -> None:
    page = f'<meta charset="iso-8859-2"><p>Łódź. {TEXT * 3}</p>'
    assert only(page.encode("iso-8859-2"), "job.html").text.startswith("Łódź")


def test_right_to_left_text_is_kept() -> None:
    text = "دنبال توسعه‌دهنده Python با ۳ سال سابقه هستیم"
    assert only(text.encode(), "job.txt").text == text


@pytest.mark.parametrize(
    ("data", "name", "beginning"),
    [
        (b"", "job.txt", "It is empty."),
        (b" \n ", "job.html", "It is empty."),
        (b"%PDF-1.7\n\xe2\xe3", "job.html", "It is a PDF, whatever its name says."),
        (b"%PDF-1.7\n\xe2\xe3", "job.pdf", "It is a PDF. Please open it"),
        (b"\x89PNG\r\n\x1a\n\0\0", "job.txt", "It is a picture."),
        (b"PK\x03\x04....", "job.docx", "It is a packed or an Office file."),
        (b"\xd0\xcf\x11\xe0", "job.doc", "It is an old Office file."),
        (bytes(range(256)) * 4, "job.txt", "There is no text in it."),
        (b"hello", "job.txt", "“hello” is too short for a posting."),
        (b"x" * (LONGEST_TEXT + 1), "job.txt", "Its text has 1,000,001 characters"),
        (b"{", "job.json", "It is not JSON"),
        (b"a,b\n1,2\n", "job.csv", "None of its columns holds the text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "job.csv", "It is a picture."),
    ],
)
def test_what_is_no_posting_says_so_in_a_sentence(data: bytes, name: str, beginning: str) -> None:
    assert reason(data, name).startswith(beginning)


def test_a_list_of_records_is_read_and_what_is_none_is_listed() -> None:
    data = json.dumps([{"id": "a", "title": "Baker", "text": TEXT}, {"id": "b"}, 3]).encode()
    first, second, third = read_postings(data, "jobs.json")
    assert first == FoundPosting(TEXT, title="Baker", where="jobs.json, record 1", id="a")
    assert isinstance(second, Unreadable)
    assert isinstance(third, Unreadable)


@pytest.mark.parametrize("name", ["jobs.jsonl", "jobs.ndjson", "jobs.json"])
def test_json_lines_are_read_and_a_broken_line_is_listed(name: str) -> None:
    line = json.dumps({"text": TEXT})
    found = list(read_postings(f"{line}\n\n{line[:9]}\n{line}\n".encode(), name))
    assert [type(one) for one in found] == [FoundPosting, Unreadable, FoundPosting]
    assert found[1] == Unreadable(f"{name}, line 3", "The line is not JSON; it may be cut off.")


def test_a_list_within_a_reply_is_found() -> None:
    data = {
        "count": 2,
        "links": [],
        "result": {"jobs": [{"title": "Baker", "content": TEXT}, {"content": TEXT}]},
    }
    assert len(list(read_postings(json.dumps(data).encode(), "reply.json"))) == 2


def test_json_ld_alone_is_read() -> None:
    data = {
        "@context": "https://schema.org",
        "@graph": [{"@type": "JobPosting", "title": "Baker", "description": TEXT}],
    }
    assert only(json.dumps(data).encode(), "job.json").title == "Baker"


def test_a_text_that_begins_with_a_bracket_is_a_text() -> None:
    assert only(f"[Acme] {TEXT}".encode(), "job.txt").text == f"[Acme] {TEXT}"


def test_a_page_s_source_is_a_page_whatever_it_is_called() -> None:
    assert (
        only(f"<html><body><h1>Baker</h1><p>{TEXT * 3}</p></body></html>".encode(), "job.txt").title
        == "Baker"
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Baker (nights)\n\n{TEXT}", "Baker (nights)"),
        (f"# Baker\n{TEXT}", "Baker"),
        (f"{TEXT}\nApply now.", ""),
        (f"About us\n{TEXT}", ""),
        (TEXT, ""),
    ],
)
def test_a_short_first_line_is_the_title_of_what_was_pasted(text: str, title: str) -> None:
    found = posting_of_text(text)
    assert isinstance(found, FoundPosting)
    assert found.title == title


NAMES = st.sampled_from(["a.txt", "a.html", "a.csv", "a.json", "a.jsonl", "a.xlsx", "a.zip", "a"])
PIECES = st.sampled_from(
    ['<script type="application/ld+json">', '{"@type": "JobPosting", "title": ', "<p>", "{", "[", '"', ","]
)


@given(st.lists(st.binary(max_size=40) | PIECES.map(str.encode), max_size=8).map(b"".join), NAMES)
def test_no_file_is_so_odd_that_reading_it_fails(data: bytes, name: str) -> None:
    for found in read_postings(data, name):
        assert isinstance(found, FoundPosting | Unreadable)
