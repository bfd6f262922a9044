from __future__ import annotations

import io
from typing import Any

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from rutkit.exchange.json_resume import tidied
from rutkit.exchange.resume_documents import sheet_of, word_file


def paragraphs(document: dict[str, Any]) -> list[tuple[str, str]]:
    written = Document(io.BytesIO(word_file(sheet_of(document))))
    return [(each.style.name if each.style else "", each.text) for each in written.paragraphs]


def test_headings_and_lists_are_word_s_own() -> None:
    document = {
        "basics": {"name": "Ada", "summary": "About me"},
        "work": [{"position": "Lead", "name": "Pumps", "startDate": "2020", "highlights": ["Cut waste"]}],
        "languages": [{"language": "German", "fluency": "Native"}],
    }
    assert paragraphs(document) == [
        ("Heading 1", "Ada"),
        ("Normal", "About me"),
        ("Heading 2", "Experience"),
        ("Heading 3", "Lead"),
        ("Normal", "Pumps, 2020 – present"),
        ("List Bullet", "Cut waste"),
        ("Heading 2", "Languages"),
        ("Normal", "German: Native"),
    ]


def test_there_is_nothing_but_one_column_of_text() -> None:
    written = Document(io.BytesIO(word_file(sheet_of({"skills": [{"name": "SQL"}]}))))
    assert (len(written.tables), len(written.inline_shapes), len(written.sections)) == (0, 0, 1)


def test_the_author_is_the_person() -> None:
    written = Document(io.BytesIO(word_file(sheet_of({"basics": {"name": "Ada"}}))))
    assert (written.core_properties.author, written.core_properties.title) == ("Ada", "Ada: resume")


@settings(max_examples=25)
@given(st.text(max_size=50))
def test_any_text_can_be_written(text: str) -> None:
    document = dict(
        tidied({"basics": {"name": text}, "work": [{"position": text, "highlights": [text]}]}).content
    )
    assert paragraphs(document)
