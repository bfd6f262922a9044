from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.errors import RutkitError
from rutkit.exchange.json_resume import ResumeDocument, ResumeError, problems
from rutkit.exchange.linkedin.profile import read_profile

POSITIONS = "Company Name,Title,Description,Location,Started On,Finished On\n"
PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
    "Twitter Handles,Websites,Instant Messengers\n"
)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def read(**files: str) -> ResumeDocument:
    return read_profile(
        zipped({f"{name.replace('_', ' ')}.csv": text for name, text in files.items()}), "copy.zip"
    )


def only(section: str, **files: str) -> dict[str, Any]:
    (entry,) = read(**files).content[section]
    return dict(entry)


def test_a_position_becomes_a_job() -> None:
    text = POSITIONS + 'Pumps,Lead,Ran the line.,"Graz, Austria",Jan 2020,Mar 2022\n'
    assert only("work", Positions=text) == {
        "name": "Pumps",
        "position": "Lead",
        "summary": "Ran the line.",
        "location": "Graz, Austria",
        "startDate": "2020-01",
        "endDate": "2022-03",
    }


@pytest.mark.parametrize(
    ("description", "summary", "highlights"),
    [
        ("• Cut waste\n• Trained six", None, ["Cut waste", "Trained six"]),
        ("Ran it.\n- Cut waste\n- Trained six", "Ran it.", ["Cut waste", "Trained six"]),
        ("• Cut waste • Trained six", None, ["Cut waste", "Trained six"]),
        ("Half-time, 2 - 3 days", "Half-time, 2 - 3 days", None),
    ],
)
def test_a_description_that_is_a_list_becomes_lines(
    description: str, summary: str | None, highlights: list[str] | None
) -> None:
    job = only("work", Positions=f'{POSITIONS}Pumps,Lead,"{description}",,2020,\n')
    assert (job.get("summary"), job.get("highlights")) == (summary, highlights)


def test_the_rest_of_the_profile_finds_its_sections() -> None:
    content = read(
        Education="School Name,Start Date,End Date,Notes,Degree Name,Activities\nHTL,2010,2014,,Diploma,\n",
        Skills="Name\nSQL\nsql\nExcel\n",
        Certifications="Name,Url,Authority,Started On,Finished On,License Number\nFirst aid,,Red Cross,May 2023,,7\n",
        Languages="Name,Proficiency\nGerman,Native\n",
    ).content
    assert content["education"] == [
        {"institution": "HTL", "studyType": "Diploma", "startDate": "2010", "endDate": "2014"}
    ]
    assert content["skills"] == [{"name": "SQL"}, {"name": "Excel"}]
    assert content["certificates"] == [
        {"name": "First aid", "issuer": "Red Cross", "date": "2023-05", "licenseNumber": "7"}
    ]
    assert content["languages"] == [{"language": "German", "fluency": "Native"}]


def test_name_and_contact_come_from_three_files() -> None:
    row = 'Ada,Muster,,,,Engineer,About me,,8010,"Graz, Austria",,"[PORTFOLIO:https://a.example],[BLOG:b.example]",\n'
    basics = read(
        Profile=PROFILE + row,
        Email_Addresses="Email Address,Confirmed,Primary,Updated On\nold@a.example,Yes,No,\nada@a.example,Yes,Yes,\n",
        PhoneNumbers="Extension,Number,Type\n,+43 1,Mobile\n",
    ).content["basics"]
    assert basics == {
        "name": "Ada Muster",
        "label": "Engineer",
        "summary": "About me",
        "email": "ada@a.example",
        "phone": "+43 1",
        "url": "https://a.example",
        "location": {"city": "Graz, Austria", "postalCode": "8010"},
        "profiles": [{"network": "Blog", "url": "b.example"}],
    }


def test_the_files_may_lie_in_a_folder() -> None:
    found = read_profile(zipped({"Complete/Skills.csv": "Name\nSQL\n"}), "copy.zip")
    assert found.content == {"skills": [{"name": "SQL"}]}


def test_one_file_of_the_copy_is_enough() -> None:
    assert read_profile(b"Name\nSQL\n", "Skills.csv").content == {"skills": [{"name": "SQL"}]}


def test_a_file_without_its_header_is_named_and_the_rest_is_read() -> None:
    found = read(Positions="Pumps,Lead,,,Jan 2020,\nMills,Head,,,May 2021,\n", Skills="Name\nSQL\n")
    assert found.content == {"skills": [{"name": "SQL"}]}
    assert "“Positions.csv” was left out: it has none of the columns" in found.remarks[0]


def test_a_file_that_is_no_text_is_named_and_the_rest_is_read() -> None:
    found = read_profile(
        zipped({"Positions.csv": b"\x00\x01" * 500, "Skills.csv": "Name\nSQL\n"}), "copy.zip"
    )
    assert found.content == {"skills": [{"name": "SQL"}]}
    assert "“Positions.csv” was left out." in found.remarks[0]


def test_old_western_encodings_are_read() -> None:
    content = zipped({"Skills.csv": "Name\nBuchführung\n".encode("cp1252")})
    assert read_profile(content, "copy.zip").content == {"skills": [{"name": "Buchführung"}]}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (zipped({"messages.csv": "FROM,TO\n"}), "none of the files in which LinkedIn puts a profile"),
        (zipped({"../Skills.csv": "Name\nSQL\n"}), "leads out of the zip"),
        (zipped({"Positions.csv": POSITIONS + "a" * 15_000_000}), "far more than text does"),
        (zipped({"Skills.csv": "Name\n" + "".join(f"skill {n}\n" for n in range(200_000))}), "5,000 entries"),
        (b"PK\x03\x04 but no zip", "damaged"),
        (b"nothing", "none of the files"),
    ],
)
def test_what_is_no_copy_of_a_profile_is_refused_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(RutkitError, match=sentence):
        read_profile(content, "copy.zip")


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=12)


@given(st.lists(st.tuples(CELL, CELL, CELL, CELL, CELL), max_size=4))
def test_any_positions_become_a_valid_resume_or_none(rows: list[tuple[str, ...]]) -> None:
    lines = (",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    with suppress(ResumeError):
        assert problems(dict(read(Positions=POSITIONS + "\n".join(lines)).content)) == []
