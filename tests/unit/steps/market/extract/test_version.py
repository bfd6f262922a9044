"""Whether the reader still reads what its version says.

Where the test fails because the reader has come to read something else, raise `VERSION` in `reading.py` and write down
what is read now: `python tests/unit/steps/market/extract/test_version.py`.
"""

from __future__ import annotations

import json
from pathlib import Path

from rutkit.exchange.postings import FoundPosting
from rutkit.steps.market.extract.files import as_json
from rutkit.steps.market.extract.reader import Reader
from rutkit.steps.market.extract.reading import VERSION
from rutkit.steps.market.extract.vocabulary import parse

KEPT = Path(__file__).with_name("read_before.json")
VOCABULARY = """
[language]
Python
?Go
SQL
German

[tool]
^Excel | Microsoft Excel
Kubernetes

[method]
Project management
Programme management
Bookkeeping

[knowledge]
Retail
Electronic engineering

[certification]
Forklift licence

[soft]
Communication
"""
TITLES_AND_TEXTS = (
    ("Senior Analyst", "You must know Python and SQL. Excel would be a plus. We do not use Go."),
    (
        "",
        "Requirements\n- 3+ years of bookkeeping\n- Bachelor's degree in Economics or equivalent experience",
    ),
    (
        "Project Lead",
        "You bring project and programme management to a leader in retail. Experience in tunnel laying.",
    ),
    ("", "Salary: £30,000 to £35,000 a year, hybrid. Full-time, permanent. Closing date: 12 March 2026."),
    ("", "Nice to have\n• German\n• forklift licence\nWhat we offer\n• Python lessons, a gym and a pension"),
    ("Driver", "No experience needed. £14.50 per hour, part-time, on site. A driving licence is essential."),
    (
        "",
        "We are an equal opportunities employer. Electronics engineering; excellent communication, Kubernetes",
    ),
    (
        "Intern",
        "A six-month internship, fully remote. Two to four years of Go programming or a master's degree.",
    ),
)


def read_now() -> dict[str, object]:
    reader = Reader(parse(VOCABULARY, "test"))
    return {
        text: json.loads(as_json(FoundPosting(text, title=title), reader.read(text, title)))
        for title, text in TITLES_AND_TEXTS
    }


def test_what_is_read_changes_with_the_version_alone() -> None:
    assert json.loads(KEPT.read_text("utf-8")) == {"version": VERSION, "read": read_now()}


def write_down() -> None:
    before = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {"version": 0}
    if before["version"] >= VERSION:
        raise SystemExit(f"Raise VERSION first: what version {VERSION} reads is written down already.")
    now = {"version": VERSION, "read": read_now()}
    KEPT.write_text(json.dumps(now, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    write_down()
