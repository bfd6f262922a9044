"""Data that pages carry for machines: JSON-LD, microdata and RDFa, all as the same dictionaries.

Sources: W3C, "JSON-LD 1.1" (2020) and "HTML+RDFa 1.1" (2015); WHATWG, "HTML Living Standard", microdata.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import html

from rutkit.exchange.postings.markup import text_of

Item = Mapping[str, Any]
"""A thing described: its properties by name, and under "@type" what it is."""


def items(page: html.HtmlElement, wanted: str) -> list[Item]:
    """Every thing on a page that is a `wanted`, a type of schema.org such as "JobPosting".

    Of the three ways of writing it down the first that has any counts: pages repeat themselves.
    """
    for found in (_of_json_ld(page), _of_attributes(page, _MICRODATA), _of_attributes(page, _RDFA)):
        things = [thing for thing in found if is_a(thing, wanted)]
        if things:
            return things
    return []


def is_a(thing: object, wanted: str) -> bool:
    """Whether a thing is of a type, which may be written with the address or the prefix of its vocabulary."""
    if not isinstance(thing, Mapping):
        return False
    types = thing.get("@type")
    return any(
        re.split(r"[/#:]", kind)[-1] == wanted
        for kind in (types if isinstance(types, list) else [types])
        if isinstance(kind, str)
    )


def things_in(data: object) -> list[Item]:
    """Every dictionary within parsed JSON-LD, outermost first; what is named by "@id" elsewhere is put in its place."""
    things: list[Item] = []
    waiting = deque([data])
    while waiting:
        part = waiting.popleft()
        if isinstance(part, dict):
            things.append(part)
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)
    named = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and len(thing) > 1}
    return (
        [{key: _resolved(value, named) for key, value in thing.items()} for thing in things]
        if named
        else things
    )


def _resolved(value: Any, named: Mapping[str, Item]) -> Any:
    if isinstance(value, dict) and value.keys() == {"@id"} and isinstance(value["@id"], str):
        return named.get(value["@id"], value)
    return value


def lenient_json(text: str) -> list[Any]:
    """The values in a text of JSON, whatever is between them, with the slips forgiven that web pages make.

    These are comments and CDATA around it, line ends and tabs within strings, a comma after the last value, a
    backslash before what needs none, quotation marks that are escaped as in HTML, and a semicolon at the end.
    """
    text = _unwrapped(text)
    if text[:7].startswith(("{&quot;", "[{&quot", "[&quot;")):
        text = unescape(text)
    values = _values(text)
    if values is None:
        values = _values(_SLIPS.sub(_mended, text))
    return values or []


def _unwrapped(text: str) -> str:
    """Without what hides a script from old browsers: "//<![CDATA[", "<!--" and their ends."""
    for _ in range(_WRAPPED_AT_MOST):
        before = text
        text = text.strip().removesuffix(";")
        for beginning in ("//", "/*", "<![CDATA[", "*/", "<!--"):
            text = text.removeprefix(beginning)
        for end in ("*/", "]]>", "-->", "//", "/*"):
            text = text.removesuffix(end)
        if text == before:
            break
    return text


_WRAPPED_AT_MOST = 6
_SLIPS = re.compile(r'"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])', re.DOTALL)
_BETWEEN_VALUES = re.compile(r"[\s,;]*")
_NEEDLESS_BACKSLASH = re.compile(r'\\(?:(["\\/bfnrt]|u[0-9a-fA-F]{4})|(.))', re.DOTALL)


def _mended(found: re.Match[str]) -> str:
    written = found[0]
    if written == ",":
        return ""
    return _NEEDLESS_BACKSLASH.sub(lambda escape: escape[0] if escape[1] else escape[2], written)


def _values(text: str) -> list[Any] | None:
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    place = 0
    try:
        while place < len(text):
            value, end = decoder.raw_decode(text, place)
            values.append(value)
            place = _BETWEEN_VALUES.match(text, end).end()  # type: ignore[union-attr]  # it matches nothing, too
    except (ValueError, RecursionError):
        return values or None
    return values


def _of_json_ld(page: html.HtmlElement) -> Iterator[Item]:
    for script in page.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json":
            for value in lenient_json(script.text or ""):
                yield from things_in(value)


@dataclass(frozen=True)
class _Attributes:
    """How a thing and its properties are marked in HTML."""

    type_: str
    property_: str


_MICRODATA = _Attributes("itemtype", "itemprop")
_RDFA = _Attributes("typeof", "property")


def _of_attributes(page: html.HtmlElement, attributes: _Attributes) -> Iterator[Item]:
    """Every thing on the page, outermost first."""
    marked = page.xpath(f"//*[@{attributes.type_} or @{attributes.property_}]")
    things: dict[html.HtmlElement, dict[str, Any]] = {}
    for element in marked:
        # In the order of the page: whatever holds this one is known.
        owner = next((things[above] for above in element.iterancestors() if above in things), None)
        kind = element.get(attributes.type_)
        value: object
        if kind is not None:
            value = things[element] = {"@type": kind.split()}
        else:
            value = _value(element)
        if owner is not None:
            for name in (element.get(attributes.property_) or "").split():
                _add(owner, name.rpartition(":")[2], value)
    yield from things.values()


def _add(owner: dict[str, Any], name: str, value: object) -> None:
    if name not in owner:
        owner[name] = value
    elif isinstance(owner[name], list):
        owner[name].append(value)
    else:
        owner[name] = [owner[name], value]


def _value(element: html.HtmlElement) -> str:
    for name in ("content", "datetime", "href", "src"):
        value = element.get(name)
        if value is not None:
            return str(value)
    return text_of(element)
