from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import TypeVar

import ipywidgets as widgets
import pytest

from rutkit.steps.market.records import LoadedVocabulary, Posting, SkillChoice, TargetRole
from rutkit.steps.market.view import StepView
from rutkit.steps.market.view.adding import Pasting
from rutkit.steps.market.view.files import FileImport
from rutkit.steps.market.view.posting import PostingPanel, remove_posting
from rutkit.steps.market.view.skills import SkillCards
from rutkit.steps.market.view.words import WordCards
from rutkit.widgets.collection import Collection
from rutkit.widgets.page import Page

P = TypeVar("P")
TEXT = (
    "Requirements:\n- You must know SQL and Microsoft Excel.\n- Experience with case swarming is required.\n"
)
OTHER_TEXT = (
    "We need a person for the night shift. You must know SQL. Experience with case swarming is required."
)


@pytest.fixture
def role(page: Page) -> TargetRole:
    return page.workbook.add(TargetRole(title="Support manager"))


@pytest.fixture
def view(page: Page, role: TargetRole) -> Iterator[StepView]:
    view = StepView(page)
    yield view
    view.close()


def test_a_role_takes_its_postings_along_and_undo_brings_all_of_it_back(
    page: Page, role: TargetRole, view: StepView
) -> None:
    other = page.workbook.add(TargetRole(title="Baker"))
    page.workbook.add(Posting(role=role.id, text=TEXT))
    page.workbook.add(SkillChoice(role=role.id, word="case swarming"))
    page.workbook.add(Posting(role=other.id, text=OTHER_TEXT))

    roles: Collection[TargetRole] = part(view, Collection)
    roles._remove(role.id)
    assert [posting.role for posting in page.workbook.all(Posting)] == [other.id]
    assert page.workbook.count(SkillChoice) == 0

    page.undo()
    assert page.workbook.count(TargetRole) == page.workbook.count(Posting) == 2
    assert page.workbook.count(SkillChoice) == 1


def part(view: StepView, kind: type[P]) -> P:
    return next(part for part in view._parts if isinstance(part, kind))


def said(root: widgets.Widget) -> str:
    own = str(root.value) if isinstance(root, widgets.HTML) else ""
    return own + "".join(said(child) for child in getattr(root, "children", ()))


def paste(view: StepView, text: str, title: str = "") -> Pasting:
    pasting = part(view, Pasting)
    pasting._form.fields["text"].control.set(text)
    pasting._form.fields["title"].control.set(title)
    pasting._begin()
    return pasting


def act(page: Page, action: str, **sent: str) -> None:
    """Press what has this action."""
    page.bridge._handlers[action](sent)


def is_seen(widget: widgets.DOMWidget) -> bool:
    return str(widget.layout.display) != "none"


# The role


def test_without_a_role_nothing_can_be_pasted(page: Page) -> None:
    view = StepView(page)

    assert not is_seen(part(view, Pasting).widget)
    assert "once you have named the role you want" in said(view.widget)


def test_a_role_opens_the_form(page: Page) -> None:
    view = StepView(page)

    page.workbook.add(TargetRole(title="Nurse"))

    assert is_seen(part(view, Pasting).widget)


def test_each_role_has_its_own_postings(page: Page, view: StepView) -> None:
    paste(view, TEXT)
    other = page.workbook.add(TargetRole(title="Nurse"))
    picker = next(
        each
        for each in every(view.widget, widgets.Dropdown)
        if each.description == "Everything below is about"
    )

    picker.value = other.id
    assert "Microsoft Excel · 1" not in said(view.widget)
    assert "None yet. Paste one above" in said(view.widget)


def test_the_role_that_was_chosen_is_chosen_the_next_time(page: Page, view: StepView) -> None:
    other = page.workbook.add(TargetRole(title="Nurse"))
    part(view, SkillCards)._chosen.choose(other.id)

    assert part(StepView(page), SkillCards)._chosen.role == other


def test_choosing_a_role_is_no_change_to_undo(page: Page, view: StepView) -> None:
    other = page.workbook.add(TargetRole(title="Nurse"))
    before = page.workbook.last_change()

    part(view, SkillCards)._chosen.choose(other.id)

    assert page.workbook.last_change() == before


def every(root: widgets.Widget, kind: type[widgets.Widget]) -> list[widgets.Widget]:
    found = [root] if isinstance(root, kind) else []
    return found + [each for child in getattr(root, "children", ()) for each in every(child, kind)]


# Pasting


def test_a_pasted_posting_is_read_and_kept_with_one_undo(
    page: Page, view: StepView, role: TargetRole
) -> None:
    pasting = paste(view, TEXT, "Support lead")

    (posting,) = page.workbook.all(Posting)
    assert (posting.role, posting.title) == (role.id, "Support lead")
    assert "2 skills were found in it" in pasting._says.value
    assert "SQL · 1" in said(view.widget)

    page.undo()
    assert page.workbook.count(Posting) == 0
    assert "SQL · 1" not in said(view.widget)


def test_a_title_a_company_and_a_place_in_the_first_line_fill_what_was_left_empty(
    page: Page, view: StepView
) -> None:
    paste(view, f"Coach (m/f/d), Nordlicht Academy, Hamburg\n{TEXT}")

    (posting,) = page.workbook.all(Posting)
    assert (posting.title, posting.company, posting.location) == (
        "Coach (m/f/d)",
        "Nordlicht Academy",
        "Hamburg",
    )


def test_what_is_pasted_waits_as_a_draft(page: Page, view: StepView) -> None:
    part(view, Pasting)._form.fields["text"].control.set(TEXT)

    again = StepView(page)

    assert part(again, Pasting)._form.fields["text"].raw == TEXT


def test_an_empty_posting_is_refused_in_words_and_nothing_is_saved(page: Page, view: StepView) -> None:
    pasting = paste(view, "   ")

    assert "It is empty." in said(pasting.widget)
    assert page.workbook.count(Posting) == 0


def test_the_same_posting_is_not_added_twice(page: Page, view: StepView) -> None:
    paste(view, TEXT)
    pasting = paste(view, TEXT)

    assert page.workbook.count(Posting) == 1
    assert "This one is here already" in said(pasting.widget)


def test_html_that_was_pasted_is_read_as_text(page: Page, view: StepView) -> None:
    paste(view, "<p>You must know <b>SQL</b> for this job.</p><script>alert(1)</script>")

    (posting,) = page.workbook.all(Posting)
    assert "<" not in posting.text


# Reading one


def test_what_was_found_is_marked_and_the_rest_is_text(page: Page, view: StepView) -> None:
    paste(view, f"{TEXT}Also <script>alert(1)</script> and 1 < 2 & 3.")
    (posting,) = page.workbook.all(Posting)

    part(view, PostingPanel).read(posting.id)

    shown = part(view, PostingPanel)._says.value
    assert ">SQL</a>" in shown
    assert "<script" not in shown


def test_what_is_no_skill_is_marked_no_more(page: Page, view: StepView) -> None:
    paste(view, TEXT)
    (posting,) = page.workbook.all(Posting)
    part(view, PostingPanel).read(posting.id)

    act(page, "market-reject", word="SQL")
    assert ">SQL</a>" not in part(view, PostingPanel)._says.value

    page.undo()
    assert ">SQL</a>" in part(view, PostingPanel)._says.value


def test_a_link_that_is_no_web_address_leads_nowhere(page: Page, view: StepView, role: TargetRole) -> None:
    posting = page.workbook.add(Posting(role=role.id, text=TEXT, link="javascript:alert(1)"))

    part(view, PostingPanel).read(posting.id)

    assert "javascript:" not in part(view, PostingPanel)._says.value


def test_a_repeat_takes_the_place_of_what_it_repeats(page: Page, view: StepView, role: TargetRole) -> None:
    first = page.workbook.add(Posting(role=role.id, text=TEXT))
    second, third = page.workbook.add_many(
        [Posting(role=role.id, text=TEXT, repeats=first.id) for _ in range(2)], label="repeats"
    )

    remove_posting(view, first)

    left = {posting.id: posting.repeats for posting in page.workbook.all(Posting)}
    assert sorted(left.values()) == sorted(["", next(key for key, repeats in left.items() if not repeats)])
    assert left.keys() == {second.id, third.id}


def test_repeats_stand_in_the_list_once(page: Page, view: StepView, role: TargetRole) -> None:
    first = page.workbook.add(Posting(role=role.id, title="Lead", text=TEXT))
    page.workbook.add(Posting(role=role.id, title="Lead", text=TEXT, repeats=first.id))

    assert said(view.widget).count("Read Lead") == 1
    assert "here twice" in said(view.widget)


# Evidence


def test_a_skill_shows_the_sentence_behind_it(page: Page, view: StepView) -> None:
    paste(view, TEXT)

    act(page, "market-evidence", name="SQL")

    shown = part(view, SkillCards)._evidence.value
    assert "SQL: 1 of 1 posting" in shown
    assert '<mark class="rutkit-mark rutkit-required">SQL</mark>' in shown


def test_one_click_rejects_what_was_read_wrongly_and_undo_brings_it_back(page: Page, view: StepView) -> None:
    paste(view, TEXT)

    act(page, "market-reject", word="SQL")
    assert "SQL · 1" not in said(view.widget)

    page.undo()
    assert "SQL · 1" in said(view.widget)


def test_a_rejection_counts_for_its_role_alone(page: Page, view: StepView) -> None:
    paste(view, TEXT)
    other = page.workbook.add(TargetRole(title="Nurse"))
    part(view, SkillCards)._chosen.choose(other.id)
    paste(view, TEXT)

    act(page, "market-reject", word="SQL")
    assert "SQL · 1" not in said(view.widget)

    part(view, SkillCards)._chosen.choose(page.workbook.all(TargetRole)[0].id)
    assert "SQL · 1" in said(view.widget)


# Words


@pytest.fixture
def with_candidate(page: Page, role: TargetRole, view: StepView) -> StepView:
    """Two postings ask for case swarming, and many do not."""
    others = [Posting(role=role.id, text=f"Job {n}: you must know Python.", reading="{}") for n in range(8)]
    page.workbook.add_many(others, label="others")
    paste(view, TEXT, "One")
    paste(view, OTHER_TEXT, "Another")
    return view


def test_a_word_that_nobody_knows_is_offered(with_candidate: StepView) -> None:
    assert "case swarming" in part(with_candidate, WordCards)._words.value


def test_an_accepted_word_counts_at_once_and_is_offered_no_more(page: Page, with_candidate: StepView) -> None:
    act(page, "market-word-accept", word="case swarming")

    assert "case swarming · 2" in said(with_candidate.widget)
    assert "case swarming" not in part(with_candidate, WordCards)._words.value


def test_another_name_counts_for_the_skill_it_names(page: Page, with_candidate: StepView) -> None:
    words = part(with_candidate, WordCards)
    act(page, "market-word-rename", word="case swarming")
    assert "SQL" in words._naming._name.options
    words._naming._name.value = "Teamwork"

    words._naming._save()

    assert "Teamwork · 2" in said(with_candidate.widget)


def test_another_name_needs_a_name(page: Page, with_candidate: StepView) -> None:
    act(page, "market-word-rename", word="case swarming")

    part(with_candidate, WordCards)._naming._save()

    assert "Please say first which skill" in page.notices.widget.value
    assert page.workbook.count(SkillChoice) == 0


def test_a_choice_can_be_taken_back(page: Page, with_candidate: StepView) -> None:
    act(page, "market-word-ignore", word="case swarming")
    (choice,) = page.workbook.all(SkillChoice)

    act(page, "market-word-forget", id=choice.id)

    assert "case swarming" in part(with_candidate, WordCards)._words.value


def test_choices_can_be_taken_along(page: Page, with_candidate: StepView) -> None:
    act(page, "market-word-ignore", word="case swarming")

    words = part(with_candidate, WordCards)
    assert "download" not in words._links.value

    words._take_along.toggle()

    assert 'download="rutkit-skill-choice.csv"' in words._links.value
    assert 'download="rutkit-skills.txt"' in words._links.value


def test_a_further_list_of_skills_wants_the_postings_read_again(page: Page, with_candidate: StepView) -> None:
    words = part(with_candidate, WordCards)
    words._load(b"[method]\nCase swarming\n", "mine.txt")
    assert page.workbook.count(LoadedVocabulary) == 1
    assert is_seen(words._again.widget)

    words._again.start()

    assert not is_seen(words._again.widget)
    assert "Case swarming · 2" in said(with_candidate.widget)


def test_a_file_that_is_no_list_of_skills_is_refused_in_words(page: Page, view: StepView) -> None:
    part(view, WordCards)._load(b"a,b\n1,2\n", "numbers.csv")

    assert "Nothing was changed" in page.notices.widget.value
    assert page.workbook.count(LoadedVocabulary) == 0


# Files


def table(*texts: str, column: str = "description") -> bytes:
    return "\n".join(
        [f"title,company,{column}", *(f'Lead {n},Firm {n},"{text}"' for n, text in enumerate(texts))]
    ).encode()


def test_files_are_shown_before_they_are_saved_with_one_undo(page: Page, view: StepView) -> None:
    files = part(view, FileImport)
    files.take(table(TEXT, OTHER_TEXT), "jobs.csv")
    assert "<b>2 postings</b>" in files._says.value
    assert page.workbook.count(Posting) == 0

    files._add()
    assert page.workbook.count(Posting) == 2

    page.undo()
    assert page.workbook.count(Posting) == 0


def test_several_files_are_one_import(page: Page, view: StepView) -> None:
    files = part(view, FileImport)
    page.in_background = lambda work, then, **_: waiting.append((work, then))  # type: ignore[method-assign]
    waiting: list[tuple[Callable[[], object], Callable[[object], object]]] = []
    files.take(TEXT.encode(), "one.txt")
    files.take(OTHER_TEXT.encode(), "other.txt")
    while waiting:
        work, then = waiting.pop(0)
        then(work())

    assert "<b>2 postings</b> from “one.txt” and “other.txt”" in files._says.value


def test_a_file_that_arrives_while_another_is_read_is_not_left_out(page: Page, view: StepView) -> None:
    files = part(view, FileImport)
    page.in_background = lambda work, then, **_: waiting.append((work, then))  # type: ignore[method-assign]
    waiting: list[tuple[Callable[[], object], Callable[[object], object]]] = []
    files.take(TEXT.encode(), "one.txt")
    work, then = waiting.pop(0)
    then(work())  # now the posting in it is read
    files.take(OTHER_TEXT.encode(), "other.txt")
    while waiting:
        work, then = waiting.pop(0)
        then(work())

    assert "<b>2 postings</b> from “one.txt” and “other.txt”" in files._says.value


def test_what_is_wrong_with_a_file_is_still_said_when_the_next_one_arrives(view: StepView) -> None:
    files = part(view, FileImport)

    files.take(b"", "empty.txt")
    files.take(TEXT.encode(), "one.txt")

    assert "1 part could not be read" in files._says.value


def test_what_cannot_be_read_is_listed_with_the_reason(view: StepView) -> None:
    files = part(view, FileImport)

    files.take(b"%PDF-1.7 rest", "posting.html")

    assert "1 part could not be read" in files._says.value
    assert "It is a PDF, whatever its name says." in files._says.value


def test_repeats_are_said_before_they_are_added(page: Page, view: StepView) -> None:
    paste(view, TEXT + OTHER_TEXT)
    files = part(view, FileImport)
    lines = [
        json.dumps({"description": TEXT + OTHER_TEXT, "url": f"https://example.org/{n}"}) for n in range(2)
    ]

    files.take("\n".join(lines).encode(), "jobs.jsonl")

    assert "2 of them repeat another" in files._says.value


def test_a_table_of_another_shape_asks_which_column_holds_the_text(page: Page, view: StepView) -> None:
    files = part(view, FileImport)
    files.take(table("You must know SQL.", "You must know Excel.", column="blurb"), "jobs.csv")
    assert files._mapping in files.widget.children
    files._columns["text"].value = "blurb"

    files._read_with_columns()

    assert "<b>2 postings</b>" in files._says.value


def test_another_role_leaves_an_unfinished_import_behind(page: Page, view: StepView) -> None:
    files = part(view, FileImport)
    files.take(table(TEXT), "jobs.csv")

    part(view, SkillCards)._chosen.choose(page.workbook.add(TargetRole(title="Nurse")).id)

    assert files.widget.children == (files._upload.widget, files._says)
    assert files._says.value == ""


def test_a_share_of_fewer_than_five_postings_is_not_told(page: Page, view: StepView) -> None:
    paste(view, TEXT)
    part(view, SkillCards).show("SQL")

    assert "SQL: 1 of 1 posting" in said(view.widget)
    assert "95 % interval" not in said(view.widget)
