from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import ipywidgets as widgets
import pytest

from rutkit.steps.prepare.view import StepView
from rutkit.steps.prepare.view.resume_files import ResumeFiles
from rutkit.widgets.page import Page

PROFILE = b"First Name,Last Name,Headline\nAda,Example,Analyst of pumps\n"
RESUME = json.dumps({"basics": {"name": "Ada Example"}}).encode()


@pytest.fixture
def ends(page: Page, monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], object]]:
    """What ends the reading of each file, in the order in which they were picked."""
    found: list[Callable[[], object]] = []

    def in_background(work: Callable[[], Any], then: Callable[[Any], object], **_: object) -> None:
        found.append(lambda: then(work()))

    monkeypatch.setattr(page, "in_background", in_background)
    return found


@pytest.fixture
def files(page: Page) -> Iterator[ResumeFiles]:
    view = StepView(page)
    files = ResumeFiles(view)
    yield files
    files.close()
    view.close()


def every(root: widgets.Widget) -> Iterator[widgets.Widget]:
    yield root
    for child in getattr(root, "children", ()):
        yield from every(child)


def said(files: ResumeFiles) -> str:
    return "".join(str(each.value) for each in every(files.widget) if isinstance(each, widgets.HTML))


def pick(page: Page, files: ResumeFiles, button: str, content: bytes, name: str) -> None:
    label = next(each.value for each in every(files.widget) if button in getattr(each, "value", ""))
    [action] = re.findall('data-action="([^"]*)"', label)
    page.bridge._upload_handlers[action](content, name)


def test_a_copy_of_linkedin_data_is_said_to_be_read(
    page: Page, files: ResumeFiles, ends: list[Callable[[], object]]
) -> None:
    pick(page, files, "copy of your LinkedIn data<", PROFILE, "Profile.csv")
    assert "Reading “Profile.csv”…" in said(files)


def test_a_slow_file_does_not_push_away_one_that_was_picked_later(
    page: Page, files: ResumeFiles, ends: list[Callable[[], object]]
) -> None:
    pick(page, files, "copy of your LinkedIn data<", PROFILE, "Profile.csv")
    pick(page, files, "JSON Resume", RESUME, "me.json")
    for end in reversed(ends):
        end()
    assert "<b>“me.json”</b>" in said(files)
    assert "Profile.csv" not in said(files)


def test_a_file_that_cannot_be_read_takes_the_offer_before_it_away(page: Page, files: ResumeFiles) -> None:
    pick(page, files, "JSON Resume", RESUME, "me.json")
    pick(page, files, "JSON Resume", b"no resume", "broken.json")
    assert "me.json" not in said(files)
    assert "Reading" not in said(files)
