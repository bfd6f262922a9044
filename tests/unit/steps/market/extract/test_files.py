import json
from pathlib import Path

import pytest

from rutkit.steps.market.extract.files import ExtractError, extract


def lines(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "found.jsonl"


def test_each_posting_makes_one_line_whose_places_count_characters_of_its_text(
    tmp_path: Path, target: Path
) -> None:
    source = tmp_path / "postings.jsonl"
    source.write_text(
        json.dumps(
            {"id": "a7", "title": "Analyst", "description": "You must know Python and SQL. £40k a year."}
        )
        + "\n"
        + json.dumps({"text": "A Django developer with 3 years of experience is wanted here."}),
        "utf-8",
    )
    assert extract(source, target) == (2, [])
    first, second = lines(target)
    assert list(first) == [
        "id",
        "title",
        "skills",
        "years",
        "education",
        "salary",
        "workplace",
        "seniority",
        "employment",
        "text",
    ]
    assert (first["id"], first["title"]) == ("a7", "Analyst")
    text = first["text"]
    assert isinstance(text, str)
    skill = first["skills"][0]  # type: ignore[index]
    assert list(skill) == ["name", "kind", "requirement", "start", "end", "text", "sentence"]
    assert text[skill["start"] : skill["end"]] == skill["text"] == "Python"
    assert skill["requirement"] == "required"
    assert first["salary"] == {
        "min": 40_000,
        "max": 40_000,
        "currency": "GBP",
        "unit": "year",
        "text": "£40k a year",
    }
    assert second["years"][0]["min"] == 3  # type: ignore[index]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "You must know Python to do this work."),
        (
            "a.html",
            "<html><body><h1>Developer</h1><p>You must know <b>Python</b> to do this work.</p>"
            f"<p>{'We make good things. ' * 12}</p></body></html>",
        ),
        ("a.json", '[{"description": "You must know Python to do this work."}]'),
        ("a.csv", "id,description\n1,You must know Python to do this work.\n"),
    ],
)
def test_postings_come_in_many_forms(tmp_path: Path, target: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    extract(tmp_path / name, target)
    assert [skill["name"] for skill in lines(target)[0]["skills"]] == ["Python"]  # type: ignore[attr-defined]


def test_company_and_date_are_written_where_they_are_given(tmp_path: Path, target: Path) -> None:
    source = tmp_path / "postings.jsonl"
    given = {"company": "Alder & Sons", "date": "2026-03-01", "text": "You must know Python to do this."}
    source.write_text(f"{json.dumps(given)}\n{json.dumps({'text': given['text']})}", "utf-8")
    extract(source, target)
    first, second = lines(target)
    assert (first["company"], first["date"]) == ("Alder & Sons", "2026-03-01")
    assert not {"company", "date"} & second.keys()


def test_no_two_postings_of_a_folder_have_one_id(tmp_path: Path, target: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("description\nYou must know Python to do this work.\n", "utf-8")
    extract(tmp_path, target)
    assert len({line["id"] for line in lines(target)}) == 2


def test_a_folder_is_read_without_what_is_written_into_it(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("You must know Python to do this work.", "utf-8")
    (tmp_path / "two.txt").write_text("You must know SQL to do this work, too.", "utf-8")
    target = tmp_path / "found.jsonl"
    assert extract(tmp_path, target)[0] == 2
    assert extract(tmp_path, target)[0] == 2


def test_what_cannot_be_read_is_named_and_the_rest_is_read(tmp_path: Path, target: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"%PDF-1.7 \x00\x01")
    (tmp_path / "b.txt").write_text("You must know Python to do this work.", "utf-8")
    written, unreadable = extract(tmp_path, target)
    assert written == 1
    assert [problem.where for problem in unreadable] == ["a.html"]


def test_it_is_told_when_each_is_done(tmp_path: Path, target: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"text": "You know Python well enough."}] * 3), "utf-8")
    calls: list[None] = []
    extract(tmp_path / "a.json", target, lambda: calls.append(None))
    assert len(calls) == 3


def test_nothing_is_written_where_there_is_nothing_to_read(tmp_path: Path, target: Path) -> None:
    with pytest.raises(ExtractError, match="There is nothing at"):
        extract(tmp_path / "missing.csv", target)
    assert not target.exists()


def test_postings_are_not_written_over(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("You must know Python to do this work.", "utf-8")
    with pytest.raises(ExtractError, match="cannot be written over"):
        extract(source, source)
    assert source.read_text("utf-8").startswith("You must")
