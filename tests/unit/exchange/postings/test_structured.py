from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange.postings.markup import parse
from rutkit.exchange.postings.structured import is_a, items, lenient_json, things_in

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda values: st.lists(values) | st.dictionaries(st.text(), values),
    max_leaves=10,
)


def jobs(markup: str) -> list[str]:
    page = parse(markup)
    assert page is not None
    return [item["title"] for item in items(page, "JobPosting")]


def script(content: str) -> str:
    return f'<script type="application/ld+json">{content}</script>'


@given(JSON_VALUES)
def test_sound_json_is_read_as_it_is(value: object) -> None:
    assert lenient_json(json.dumps(value)) == [value]


@pytest.mark.parametrize(
    "text",
    [
        '{"a": ["b",], }',
        '{"a": ["b"]};',
        '// <![CDATA[\n{"a": ["b"]}\n// ]]>',
        '<!-- {"a": ["b"]} -->',
        "{&quot;a&quot;: [&quot;b&quot;]}",
    ],
)
def test_the_slips_of_web_pages_are_forgiven(text: str) -> None:
    assert lenient_json(text) == [{"a": ["b"]}]


def test_line_ends_within_strings_and_needless_backslashes_are_forgiven() -> None:
    assert lenient_json('{"a": "one\ntwo\t\\\'three\\\'", "b": "\\u00e9\\n",}') == [
        {"a": "one\ntwo\t'three'", "b": "é\n"}
    ]


def test_a_comma_within_a_string_stays() -> None:
    assert lenient_json('{"a": "x, }", }') == [{"a": "x, }"}]


def test_several_values_in_one_script_are_all_read() -> None:
    assert lenient_json('{"a": 1}\n{"a": 2}, [3]') == [{"a": 1}, {"a": 2}, [3]]


@pytest.mark.parametrize("text", ["", "{", "var a = 1", "[" * 100_000])
def test_what_is_no_json_has_no_values(text: str) -> None:
    assert lenient_json(text) == []


@pytest.mark.parametrize(
    "content",
    [
        '{"@type": "JobPosting", "title": "Cook"}',
        '{"@type": ["Thing", "https://schema.org/JobPosting"], "title": "Cook"}',
        '[{"@type": "WebSite"}, {"@type": "schema:JobPosting", "title": "Cook"}]',
        '{"@graph": [{"@type": "WebPage", "mainEntity": {"@type": "JobPosting", "title": "Cook"}}]}',
    ],
)
def test_a_posting_is_found_wherever_it_stands_in_json_ld(content: str) -> None:
    assert jobs(script(content)) == ["Cook"]


def test_several_postings_of_one_page_are_all_found() -> None:
    assert jobs(
        script('[{"@type": "JobPosting", "title": "Cook"}]')
        + script('{"@type": "JobPosting", "title": "Host"}')
    ) == [
        "Cook",
        "Host",
    ]


def test_what_is_named_elsewhere_by_its_id_is_put_in_its_place() -> None:
    data = [{"@id": "#acme", "name": "Acme"}, {"@type": "JobPosting", "hiringOrganization": {"@id": "#acme"}}]
    posting = next(thing for thing in things_in(data) if is_a(thing, "JobPosting"))
    assert posting["hiringOrganization"]["name"] == "Acme"


def test_a_thing_that_names_itself_does_no_harm() -> None:
    assert things_in({"@id": "#a", "part": {"@id": "#a"}})[0]["part"]["@id"] == "#a"


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ('itemscope itemtype="http://schema.org/{}"', "itemprop"),
        ('vocab="https://schema.org/" typeof="{}"', "property"),
    ],
)
def test_microdata_and_rdfa_say_the_same(whole: str, part: str) -> None:
    page = parse(
        f"<div {whole.format('JobPosting')}><h1 {part}='title'>Cook</h1>"
        f"<p {part}='description'>At <span {part}='hiringOrganization' {whole.format('Organization')}>"
        f"<b {part}='name'>Acme</b></span> you cook.</p><time {part}='datePosted' datetime='2026-01-02'>Friday</time>"
        f"<i {part}='skills'>Soup</i><i {part}='skills'>Fish</i></div>"
    )
    assert page is not None
    (item,) = items(page, "JobPosting")
    assert item["title"] == "Cook"
    assert item["hiringOrganization"]["name"] == "Acme"
    assert item["description"] == "At Acme you cook."
    assert item["datePosted"] == "2026-01-02"
    assert item["skills"] == ["Soup", "Fish"]


def test_json_ld_comes_before_microdata_of_the_same_page() -> None:
    microdata = '<div itemscope itemtype="https://schema.org/JobPosting"><b itemprop="title">Chef</b></div>'
    assert jobs(microdata + script('{"@type": "JobPosting", "title": "Cook"}')) == ["Cook"]
