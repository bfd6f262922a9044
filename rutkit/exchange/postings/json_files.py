"""JSON and JSON Lines: lists of postings as feeds, interfaces and programs write them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rutkit.exchange.postings.fields import parts_by_name
from rutkit.exchange.postings.found import Found, Unreadable
from rutkit.exchange.postings.records import posting_of_record
from rutkit.exchange.postings.schema_org import JOB_POSTING
from rutkit.exchange.postings.structured import is_a, things_in

Progress = Callable[[int, int], object]
_BETWEEN_NEWS = 500


def postings_of_json(
    text: str, where: str, on_progress: Progress = lambda done, total: None
) -> Iterator[Found]:
    """Every posting of a JSON text: one record, a list of them, or a list somewhere within; JSON Lines too."""
    try:
        data = json.loads(text, strict=False)
    except RecursionError:
        yield Unreadable(where, "It is nested deeper than any list of postings.")
        return
    except ValueError as error:
        if "\n" in text.strip():
            yield from postings_of_json_lines(text, where, on_progress)
        else:
            yield Unreadable(where, f"It is not JSON: {error}.")
        return
    records = _records(data)
    for number, record in enumerate(records, start=1):
        if number % _BETWEEN_NEWS == 0:
            on_progress(number, len(records))
        yield posting_of_record(record, number, f"{where}, record {number:,}" if len(records) > 1 else where)


def postings_of_json_lines(
    text: str, where: str, on_progress: Progress = lambda done, total: None
) -> Iterator[Found]:
    """The posting of every line; a line that is broken keeps none of the others from being read."""
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if number % _BETWEEN_NEWS == 0:
            on_progress(number, len(lines))
        if not line.strip():
            continue
        place = f"{where}, line {number:,}"
        try:
            record = json.loads(line, strict=False)
        except (ValueError, RecursionError):
            yield Unreadable(place, "The line is not JSON; it may be cut off.")
        else:
            yield posting_of_record(record, number, place)


def _records(data: Any) -> list[Any]:
    if isinstance(data, list):
        return data
    if not isinstance(data, Mapping) or "text" in parts_by_name(map(str, data)):
        return [data]
    described = [thing for thing in things_in(data) if is_a(thing, JOB_POSTING)]
    return described or _longest_list(data) or [data]


def _longest_list(data: Mapping[str, Any]) -> list[Any]:
    """The longest list of records in a reply such as {"count": 2, "jobs": [{…}, {…}]}."""
    lists = [list(data.values())]
    found: list[Any] = []
    while lists:
        for value in lists.pop():
            if isinstance(value, Mapping):
                lists.append(list(value.values()))
            elif (
                isinstance(value, list)
                and len(value) > len(found)
                and all(isinstance(one, Mapping) for one in value)
            ):
                found = value
    return found
