"""What the JSON document is made of, as a JSON Schema (draft 2020-12) that is made from the record types."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic.json_schema import models_json_schema

from rutkit.exchange.whole.document import FORMAT, FORMAT_VERSION
from rutkit.exchange.whole.naming import title_of
from rutkit.records import BOOKKEEPING, Kind, Record, describe

_AMOUNT = {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}


def json_schema(record_types: Iterable[type[Record]]) -> dict[str, Any]:
    """The schema. Beside what JSON Schema knows, a field says its unit (`x-unit`) and whether it is private.

    A record may lack fields that have a default, as those of earlier versions do.
    """
    kinds = tuple(record_types)
    _, defined = models_json_schema([(kind, "serialization") for kind in kinds])
    definitions = defined["$defs"]
    for kind in kinds:
        definitions[kind.__name__] = _described(kind, definitions[kind.__name__])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:rutkit:workbook:{FORMAT_VERSION}",
        "title": "A rutkit workbook",
        "description": "Everything that was saved in a workbook. Types without a record have an empty list.",
        "type": "object",
        "required": ["format", "format_version", "records"],
        "properties": {
            "format": {"const": FORMAT},
            "format_version": {"const": FORMAT_VERSION},
            "records": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    kind.table(): {
                        "title": title_of(kind),
                        "type": "array",
                        "items": {"$ref": f"#/$defs/{kind.__name__}"},
                    }
                    for kind in kinds
                },
            },
        },
        "$defs": definitions,
    }


def _described(kind: type[Record], schema: dict[str, Any]) -> dict[str, Any]:
    specs = {spec.name: spec for spec in describe(kind)}
    needed = [name for name in kind.model_fields if name in BOOKKEEPING or specs[name].required]
    schema |= {"title": kind.noun, "required": needed}
    schema["properties"]["version"] |= {"minimum": 1}
    schema["properties"]["version"].pop("default", None)
    for name, spec in specs.items():
        field = schema["properties"][name]
        field["title"] = spec.title
        if spec.kind is Kind.MONEY:
            field.pop("type", None)
            field.pop("pattern", None)
            field |= {"anyOf": [_AMOUNT, {"type": "null"}]} if spec.optional else _AMOUNT
        if spec.kind is Kind.SCALE and len(spec.choices) == spec.steps:
            field["x-steps"] = list(spec.choices)
        if spec.kind is Kind.MONTH:
            field["x-counts"] = "the month"
        if spec.unit:
            field["x-unit"] = spec.unit
        if spec.is_private:
            field["x-private"] = True
    return schema
