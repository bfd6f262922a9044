"""Whatever a file holds: it is read, or refused in a sentence for people, and nothing else ever happens."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook as Spreadsheet

from rutkit.errors import RutkitError
from rutkit.exchange.calendar_reading import read_calendar
from rutkit.exchange.documents import document_text
from rutkit.exchange.importing import plan_import
from rutkit.exchange.json_resume.documents import read_document as read_resume_document
from rutkit.exchange.json_resume.skills import read_resume
from rutkit.exchange.linkedin.profile import read_profile
from rutkit.exchange.mapping import suggest_mapping
from rutkit.exchange.people_zips import read_zip_of_people
from rutkit.exchange.postings import read_postings
from rutkit.exchange.tables import read_table
from rutkit.exchange.trackers import tracker_columns, tracker_of, without_placeholders
from rutkit.exchange.vcards import read_vcards
from rutkit.exchange.whole.document import write_document
from rutkit.exchange.whole.reading import read_document
from rutkit.home.records import record_types
from rutkit.steps.emotions.daylio import is_daylio, plan_daylio
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.market.vocabularies import load
from rutkit.steps.network.records import Contact

TODAY = date(2026, 11, 22)

Import = Callable[[bytes], object]


def zipped(**files: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return packed.getvalue()


def spreadsheet() -> bytes:
    book = Spreadsheet()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "Company", "Since"])
    sheet.append(["Ada", "Pelican", date(2024, 2, 29)])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def word() -> bytes:
    document = Document()
    document.add_paragraph("Cut waste by 12 %")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def contacts(data: bytes, name: str) -> object:
    table = read_table(data, name)
    return plan_import(table, suggest_mapping(table, Contact), Contact)


def diary(data: bytes) -> object:
    table = read_table(data, "daylio.csv")
    if is_daylio(table):
        return plan_daylio(table, [CheckIn(day=TODAY)], TODAY)
    return plan_import(table, suggest_mapping(table, CheckIn), CheckIn, until=TODAY)


def tracked(data: bytes) -> object:
    table = without_placeholders(read_table(data, "tracker.csv"))
    tracker = tracker_of(table)
    return tracker and tracker_columns(table, tracker)


CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Muster\r\nORG:Pelican;Support\r\nEMAIL:ada@example.org\r\nEND:VCARD\r\n"
CONNECTIONS = (
    "Notes:\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ada,Muster,,ada@example.org,Pelican,Lead,14 Oct 2022\n"
)
EVENTS = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Berlin:20261025T023000\r\n"
    "RRULE:FREQ=WEEKLY;COUNT=3\r\nSUMMARY:Meeting\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
POSTING = (
    '<html><script type="application/ld+json">{"@type": "JobPosting", "title": "Nurse", "datePosted": "2026-11-01", '
    '"description": "&lt;p&gt;You know triage.&lt;/p&gt;"}</script></html>'
)
RESUME = json.dumps({"basics": {"name": "Ada"}, "work": [{"name": "Pelican", "startDate": "2019-02"}]})
WHOLE = b"".join(write_document({CheckIn: (CheckIn(day=TODAY, stressed=2, version=1),)}))

IMPORTERS: dict[str, tuple[Import, bytes]] = {
    "a table of people": (
        lambda data: contacts(data, "people.csv"),
        'Name;Company\nAda;Pelican\n"Bo";"A; B"\n'.encode("cp1252"),
    ),
    "a spreadsheet of people": (lambda data: contacts(data, "people.xlsx"), spreadsheet()),
    "vCards": (lambda data: read_vcards(data, "people.vcf"), CARD.encode()),
    "a zip of vCards": (lambda data: read_zip_of_people(data, "people.zip"), zipped(ada__vcf=CARD)),
    "LinkedIn’s connections": (
        lambda data: read_zip_of_people(data, "Connections.csv"),
        CONNECTIONS.encode(),
    ),
    "LinkedIn’s export": (
        lambda data: read_zip_of_people(data, "export.zip"),
        zipped(Connections__csv=CONNECTIONS),
    ),
    "LinkedIn’s profile": (
        lambda data: read_profile(data, "export.zip"),
        zipped(
            Positions__csv="Company Name,Title,Started On\nPelican,Lead,Feb 2019\n", Skills__csv="Name\nSQL\n"
        ),
    ),
    "a calendar": (lambda data: read_calendar(data, "events.ics"), EVENTS.encode()),
    "a posting": (lambda data: list(read_postings(data, "posting.html")), POSTING.encode()),
    "a zip of postings": (
        lambda data: list(read_postings(data, "postings.zip")),
        zipped(one__html=POSTING, two__txt="A nurse who knows triage."),
    ),
    "postings in JSON": (
        lambda data: list(read_postings(data, "postings.json")),
        json.dumps([{"title": "Nurse", "description": "You know triage.", "min_amount": 1e3}]).encode(),
    ),
    "a resume": (lambda data: read_resume_document(data, "resume.json"), RESUME.encode()),
    "a resume’s skills": (lambda data: read_resume(data, "resume.json"), RESUME.encode()),
    "a resume in Word": (lambda data: document_text(data, "resume.docx"), word()),
    "skills from O*NET": (
        lambda data: load(data, "Technology Skills.txt"),
        b"O*NET-SOC Code\tExample\tCommodity Title\n29-1141.00\tEpic Systems\tMedical software\n",
    ),
    "a diary": (
        diary,
        b"full_date,date,weekday,time,mood,activities,note\n2026-11-01,1 Nov,Sunday,20:15,bad,a | b,\n",
    ),
    "a tracker’s table": (
        tracked,
        b"JobTitle,Company,JobSource,Status,AppliedDate\nNurse,Pelican,Board,applied,2026-11-01\n",
    ),
    "a whole workbook": (lambda data: read_document(data, "workbook.json", record_types()), WHOLE),
}

ANYTHING = st.one_of(
    st.binary(max_size=12),
    st.sampled_from(
        [b"\xff\xfe", b"\0", b'"', b"\n", b"{", b"[[", b"9" * 40, b"-1", b"1e999", "é".encode(), b"="]
    ),
)


def read_or_refuse(read: Import, content: bytes) -> None:
    try:
        read(content)
    except RutkitError as refusal:
        if not str(refusal).endswith((".", "?")):
            raise AssertionError(f"No sentence: {refusal}") from refusal


@pytest.mark.parametrize("importer", IMPORTERS)
@settings(max_examples=60)
@given(data=st.data())
def test_a_file_with_any_damage_is_read_or_refused_in_a_sentence(importer: str, data: st.DataObject) -> None:
    read, content = IMPORTERS[importer]
    for _ in range(data.draw(st.integers(1, 3))):
        begin = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(begin, min(len(content), begin + 30)))
        content = content[:begin] + data.draw(ANYTHING) + content[end:]
    read_or_refuse(read, content)


@pytest.mark.parametrize("importer", IMPORTERS)
@settings(max_examples=40)
@given(content=st.binary(max_size=400))
def test_a_file_of_anything_is_read_or_refused_in_a_sentence(importer: str, content: bytes) -> None:
    read, _ = IMPORTERS[importer]
    read_or_refuse(read, content)


@pytest.mark.parametrize("importer", IMPORTERS)
def test_a_file_without_damage_is_read(importer: str) -> None:
    read, content = IMPORTERS[importer]

    assert read(content)
