"""The schema of JSON Resume 1.3.1 (jsonresume.org), as one table of its sections."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

VERSION = "v1.0.0"
"""What documents name as their format's version; the schema's own number is that of its package."""

DATE_PATTERN = r"^[12][0-9]{3}(-[01][0-9](-[0-3][0-9])?)?$"


class Shape(Enum):
    """What the value of a field is."""

    TEXT = "a text"
    DATE = "a year, a month or a day"
    TEXTS = "a list of texts"


Fields = Mapping[str, Shape]


def _fields(texts: str, *, dates: str = "", lists: str = "") -> Fields:
    return {
        **dict.fromkeys(texts.split(), Shape.TEXT),
        **dict.fromkeys(dates.split(), Shape.DATE),
        **dict.fromkeys(lists.split(), Shape.TEXTS),
    }


BASICS = _fields("name label image email phone url summary")
LOCATION = _fields("address postalCode city countryCode region")
"""Of `basics`."""
PROFILE = _fields("network username url")
"""An entry of the list `profiles` of `basics`."""

SECTIONS: Mapping[str, Fields] = {
    "work": _fields(
        "name location description position url summary", dates="startDate endDate", lists="highlights"
    ),
    "volunteer": _fields("organization position url summary", dates="startDate endDate", lists="highlights"),
    "education": _fields("institution url area studyType score", dates="startDate endDate", lists="courses"),
    "awards": _fields("title awarder summary", dates="date"),
    "certificates": _fields("name url issuer", dates="date"),
    "publications": _fields("name publisher url summary", dates="releaseDate"),
    "skills": _fields("name level", lists="keywords"),
    "languages": _fields("language fluency"),
    "interests": _fields("name", lists="keywords"),
    "references": _fields("name reference"),
    "projects": _fields(
        "name description url entity type",
        dates="startDate endDate",
        lists="highlights keywords roles",
    ),
}
"""The lists that a document may have, with the fields of their entries."""

FORMERLY: Mapping[str, Mapping[str, str]] = {
    "work": {"company": "name", "website": "url"},
    "volunteer": {"website": "url"},
    "education": {"gpa": "score"},
    "certificates": {"title": "name"},
    "publications": {"website": "url"},
    "languages": {"name": "language"},
}
"""Names that files of older versions use, and the ones of today."""

_SCHEMAS: Mapping[Shape, Mapping[str, Any]] = {
    Shape.TEXT: {"type": "string"},
    Shape.DATE: {"type": "string", "pattern": DATE_PATTERN},
    Shape.TEXTS: {"type": "array", "items": {"type": "string"}},
}


def _object(fields: Fields, **more: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {**{name: _SCHEMAS[each] for name, each in fields.items()}, **more},
    }


def _list(fields: Fields) -> dict[str, Any]:
    return {"type": "array", "items": _object(fields)}


SCHEMA: Mapping[str, Any] = _object(
    {},
    basics=_object(BASICS, location=_object(LOCATION), profiles=_list(PROFILE)),
    **{name: _list(fields) for name, fields in SECTIONS.items()},
    meta=_object(_fields("canonical version lastModified")),
)
"""The same as a JSON Schema. It asks for no field and forbids none, as the official one does."""


def problems(document: object) -> list[str]:
    """Where a document does not keep to the schema, a few words each; empty if it is a valid JSON Resume."""
    from jsonschema import Draft7Validator

    return [
        f"{'.'.join(str(part) for part in error.absolute_path) or 'the document'}: {error.validator}"
        for error in Draft7Validator(SCHEMA).iter_errors(document)
    ]
