from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import ipywidgets as widgets
import pytest

from rutkit.exchange.tables import read_table
from rutkit.steps.job_search.applications.candidacy import ENDED
from rutkit.steps.job_search.applications.tracker_rows import ApplicationRow
from rutkit.steps.job_search.records import (
    Application,
    ApplicationStage,
    Board,
    Criterion,
    FollowUp,
    Look,
    Option,
    Rating,
    Session,
)
from rutkit.steps.job_search.view import StepView, drawn
from rutkit.steps.job_search.view.adding import APPLY, NewApplication
from rutkit.steps.job_search.view.application import OPEN, ApplicationPanel
from rutkit.steps.job_search.view.applications import ApplicationViews, DueList
from rutkit.steps.job_search.view.boards import Looks
from rutkit.steps.job_search.view.importing import ApplicationImport
from rutkit.steps.job_search.view.offers import OFFER, Ratings
from rutkit.steps.job_search.view.search import candidacy_of
from rutkit.steps.job_search.view.timer import SessionTimer
from rutkit.steps.market.records import Posting, TargetRole
from rutkit.steps.network.records import Contact
from rutkit.widgets.page import Page

TODAY = date(2026, 11, 22)
LEAD = Application(title="Support <lead>", company="Otter & Sons")
SENT = ApplicationStage(application=LEAD.id, day=TODAY - timedelta(days=9))


@pytest.fixture
def view(page: Page) -> Iterator[StepView]:
    page.workbook.add_many([LEAD, SENT], label="so far")
    view = StepView(page)
    yield view
    view.close()


def said(root: widgets.Widget) -> str:
    own = str(root.value) if isinstance(root, widgets.HTML) else ""
    return own + "".join(said(child) for child in getattr(root, "children", ()))


def click(page: Page, action: str, **data: str) -> None:
    page.bridge._receive(page.bridge, {"type": "action", "action": action, **data}, [])


def all_of(root: widgets.Widget) -> Iterator[widgets.Widget]:
    yield root
    for child in getattr(root, "children", ()):
        yield from all_of(child)


def press(root: widgets.Widget, text: str) -> None:
    next(one for one in all_of(root) if isinstance(one, widgets.Button) and one.description == text).click()


def part(view: StepView, kind: type) -> widgets.Widget:
    found: widgets.Widget = next(each for each in view._parts if isinstance(each, kind)).widget  # type: ignore[attr-defined]
    return found


def field(root: widgets.Widget, name: str) -> widgets.Text:
    box = next(one for one in all_of(root) if f"rutkit-field-{name}" in getattr(one, "_dom_classes", ()))
    return box.children[0]


def lead(page: Page) -> Application:
    found = page.workbook.get(Application, LEAD.id)
    assert found is not None
    return found


# The board


def test_words_from_people_are_no_markup(view: StepView) -> None:
    assert "Support &lt;lead&gt;" in said(part(view, ApplicationViews))
    assert "<lead>" not in said(view.widget)


def test_moving_a_card_adds_a_stage_and_keeps_the_ones_before(page: Page, view: StepView) -> None:
    click(page, drawn.MOVE, id=LEAD.id)
    assert 'data-to="interview"' in said(part(view, ApplicationViews))
    click(page, drawn.MOVE_TO, id=LEAD.id, to="interview")
    candidacy = candidacy_of(page, lead(page))
    assert [event.stage for event in candidacy.stages] == ["applied", "interview"]
    assert 'data-to="interview"' not in said(part(view, ApplicationViews))


def test_a_second_interview_is_the_second(page: Page, view: StepView) -> None:
    for _ in range(2):
        click(page, drawn.MOVE_TO, id=LEAD.id, to="interview")
    assert candidacy_of(page, lead(page)).in_words == "interview 2"


def test_a_rejection_keeps_how_far_it_came_and_goes_back_with_one_undo(page: Page, view: StepView) -> None:
    click(page, drawn.MOVE_TO, id=LEAD.id, to="rejected")
    candidacy = candidacy_of(page, lead(page))
    assert (candidacy.column, candidacy.application.outcome, candidacy.application.ended) == (
        ENDED,
        "rejected",
        TODAY,
    )
    page.undo()
    assert candidacy_of(page, lead(page)).is_running


def test_what_has_ended_can_go_on(page: Page, view: StepView) -> None:
    click(page, drawn.MOVE_TO, id=LEAD.id, to="rejected")
    click(page, drawn.MOVE_TO, id=LEAD.id, to="")
    assert candidacy_of(page, lead(page)).column == "applied"


def test_rejections_can_be_hidden_and_stay_hidden_the_next_time(page: Page, view: StepView) -> None:
    click(page, drawn.MOVE_TO, id=LEAD.id, to="rejected")
    shown = part(view, ApplicationViews)
    next(one for one in all_of(shown) if isinstance(one, widgets.Checkbox)).value = True
    assert "Otter" not in said(shown)
    again = StepView(page)
    assert "Otter" not in said(part(again, ApplicationViews))
    again.close()


def test_a_list_is_read_in_pages_of_fifty(page: Page, view: StepView) -> None:
    page.workbook.add_many([Application(title=f"Job {number}") for number in range(60)], label="many")
    shown = part(view, ApplicationViews)
    next(one for one in all_of(shown) if isinstance(one, widgets.RadioButtons)).value = "List"
    assert said(shown).count("<tr>") == 51  # with its head
    press(shown, "Next")
    assert "51–61 of 61" in said(shown)


# What is due


def test_asking_is_noted_with_one_click(page: Page, view: StepView) -> None:
    assert "I asked today" in said(view.widget)
    click(page, drawn.ASKED, id=LEAD.id)
    assert [one.day for one in page.workbook.all(FollowUp)] == [TODAY]
    assert "I asked today" not in said(view.widget)


def test_all_that_is_old_is_let_rest_with_one_click_and_one_undo(page: Page, view: StepView) -> None:
    old = [Application(title=f"Old job {number}") for number in range(3)]
    stages = [ApplicationStage(application=one.id, day=TODAY - timedelta(days=200)) for one in old]
    page.workbook.add_many([*old, *stages], label="a history")
    due = part(view, DueList)
    assert "3 applications have had no news for more than 60 days" in said(due)
    assert "Old job" not in said(due)
    click(page, drawn.LET_REST)
    assert "no news" not in said(due)
    assert "Support" in said(due)
    page.undo()
    assert "3 applications have had no news" in said(due)


# A new one


def test_an_earlier_application_is_told_while_typing(view: StepView) -> None:
    adding = part(view, NewApplication)
    field(adding, "application-company").value = "OTTER and Sons Ltd"
    assert "applied to this company before" in said(adding)
    field(adding, "application-title").value = "support lead"
    assert "seem to have applied for this before" in said(adding)


def test_sent_today_is_an_application_with_its_first_stage_and_one_undo(page: Page, view: StepView) -> None:
    adding = part(view, NewApplication)
    field(adding, "application-title").value = "Night manager"
    field(adding, "application-company").value = "Heron Air"
    press(adding, "I sent it today")
    added = page.workbook.find(Application, title="Night manager")
    assert added
    assert candidacy_of(page, added).sent_on == TODAY
    page.undo()
    assert page.workbook.find(Application, title="Night manager") is None
    assert page.workbook.count(ApplicationStage) == 1


def test_nothing_is_added_without_a_job_or_a_company(page: Page, view: StepView) -> None:
    press(part(view, NewApplication), "I sent it today")
    assert page.workbook.count(Application) == 1


@pytest.mark.parametrize(
    ("typed", "asked"), [("title", "Which company was it?"), ("company", "Which job was it?")]
)
def test_half_of_what_was_sent_is_asked_for_under_its_field(
    page: Page, view: StepView, typed: str, asked: str
) -> None:
    adding = part(view, NewApplication)
    field(adding, f"application-{typed}").value = "Heron"
    press(adding, "I sent it today")
    assert page.workbook.count(Application) == 1
    assert asked in said(adding)
    assert field(adding, f"application-{typed}").value == "Heron"


def test_what_was_not_sent_yet_is_kept_with_a_job_alone(page: Page, view: StepView) -> None:
    adding = part(view, NewApplication)
    field(adding, "application-title").value = "Night manager"
    press(adding, "Keep it, not sent today")
    assert page.workbook.find(Application, title="Night manager")


def test_a_posting_becomes_an_application_once(page: Page, view: StepView) -> None:
    role = TargetRole(title="Lead")
    posting = Posting(role=role.id, title="Lead", company="Heron Air", location="Harbor")
    page.workbook.add_many([role, posting], label="a posting")
    press(part(view, NewApplication), "Choose one of your postings")
    assert "Heron Air" in said(part(view, NewApplication))
    for _ in range(2):
        click(page, APPLY, id=posting.id)
    made = page.workbook.find(Application, posting=posting.id)
    assert made
    assert (made.company, made.location) == ("Heron Air", "Harbor")
    assert page.workbook.count(Application) == 2


# One of them


def test_who_helped_is_chosen_by_name_and_kept_by_id(page: Page, view: StepView) -> None:
    robin = page.workbook.add(Contact(name="Robin", company="Otter"))
    click(page, OPEN, id=LEAD.id)
    panel = part(view, ApplicationPanel)
    choice = next(one for one in all_of(panel) if getattr(one, "description", "") == "Who helped")
    choice.value = "Robin, Otter"
    assert lead(page).contact == robin.id
    choice.value = ""
    assert lead(page).contact == ""


def test_a_name_that_nobody_has_is_not_kept(page: Page, view: StepView) -> None:
    click(page, OPEN, id=LEAD.id)
    panel = part(view, ApplicationPanel)
    next(one for one in all_of(panel) if getattr(one, "description", "") == "Who helped").value = "Nobody"
    assert lead(page).contact == ""
    assert "Nobody of that name" in said(panel)


def test_it_is_removed_with_all_that_happened_to_it(page: Page, view: StepView) -> None:
    click(page, OPEN, id=LEAD.id)
    press(part(view, ApplicationPanel), "Remove this application")
    assert (page.workbook.count(Application), page.workbook.count(ApplicationStage)) == (0, 0)
    page.undo()
    assert (page.workbook.count(Application), page.workbook.count(ApplicationStage)) == (1, 1)


def test_how_it_ended_stands_apart_from_its_stages(page: Page, view: StepView) -> None:
    click(page, OPEN, id=LEAD.id)
    panel = part(view, ApplicationPanel)
    next(
        one for one in all_of(panel) if getattr(one, "description", "") == "How it ended"
    ).value = "withdrawn"
    press(panel, "It has ended")
    assert lead(page).outcome == "withdrawn"
    assert "It ended on 22 Nov 2026 (withdrawn)" in said(panel)


# The timer


def test_a_session_runs_on_while_the_page_is_closed(page: Page, view: StepView) -> None:
    press(part(view, SessionTimer), "Begin a session")
    again = StepView(page)
    assert "Running since just now" in said(part(again, SessionTimer))
    press(part(again, SessionTimer), "End it")
    press(part(again, SessionTimer), "Save the session")
    (session,) = page.workbook.all(Session)
    assert (session.activity, session.minutes) == ("search", 1)
    again.close()


def test_a_note_that_was_begun_is_there_again_when_the_page_is(page: Page, view: StepView) -> None:
    press(part(view, SessionTimer), "Begin a session")
    press(part(view, SessionTimer), "End it")
    field(part(view, SessionTimer), "session-note").value = "Two letters"
    again = StepView(page)
    assert field(part(again, SessionTimer), "session-note").value == "Two letters"
    press(part(again, SessionTimer), "Save the session")
    assert [session.note for session in page.workbook.all(Session)] == ["Two letters"]
    again.close()


def test_a_session_that_was_ended_without_a_word_runs_when_the_page_is_there_again(
    page: Page, view: StepView
) -> None:
    press(part(view, SessionTimer), "Begin a session")
    press(part(view, SessionTimer), "End it")
    again = StepView(page)
    assert any(getattr(one, "description", "") == "End it" for one in all_of(part(again, SessionTimer)))
    again.close()


def test_a_session_that_was_begun_by_mistake_leaves_no_trace(page: Page, view: StepView) -> None:
    timer = part(view, SessionTimer)
    press(timer, "Begin a session")
    press(timer, "Forget it")
    assert "Running" not in said(timer)
    assert page.workbook.count(Session) == 0


# Boards


def test_a_look_belongs_to_the_board_that_is_chosen(page: Page, view: StepView) -> None:
    page.workbook.add_many([Board(name="A"), big := Board(name="B")], label="boards")
    click(page, "fold-boards")
    looks = part(view, Looks)
    next(one for one in all_of(looks) if isinstance(one, widgets.Dropdown)).value = big.id
    press(looks, "I looked")
    field(looks, "look-new_suitable").value = "3"
    press(looks, "Save it")
    (look,) = page.workbook.all(Look)
    assert (look.board, look.new_suitable, look.day) == (big.id, 3, TODAY)


# Offers


def test_an_offer_comes_beside_the_others_with_its_salary(page: Page, view: StepView) -> None:
    page.workbook.update(lead(page).model_copy(update={"salary_offered": Decimal(50_000)}))
    click(page, drawn.MOVE_TO, id=LEAD.id, to="offer")
    click(page, "fold-offers")
    assert "Add the offer: Support" in said(view.widget)
    click(page, OFFER, id=LEAD.id)
    (option,) = page.workbook.all(Option)
    assert (option.name, option.salary, option.application) == ("Otter & Sons", Decimal(50_000), LEAD.id)


def test_a_rating_is_saved_at_once_and_changed_in_place(page: Page, view: StepView) -> None:
    page.workbook.add_many([Option(name="Stay"), Criterion(name="Pay")], label="a choice")
    click(page, "fold-offers")
    for score in (3, 7):
        next(one for one in all_of(part(view, Ratings)) if isinstance(one, widgets.Dropdown)).value = score
    assert [rating.score for rating in page.workbook.all(Rating)] == [7]


def test_what_was_kept_for_later_is_sent_from_its_panel(page: Page, view: StepView) -> None:
    page.workbook.add(later := Application(title="Lead", company="Heron Air"))
    click(page, OPEN, id=later.id)
    panel = part(view, ApplicationPanel)
    press(panel, "I sent it today")
    (sent,) = page.workbook.page(ApplicationStage, application=later.id).records
    assert (sent.stage, sent.day) == ("applied", TODAY)
    assert "Sent today." in said(panel)


# Another tracker's table


def test_a_table_of_another_tracker_comes_in_with_stages_and_boards_as_one_change(page: Page) -> None:
    table = read_table(
        b"index,createdAt,applied,appliedDate,Company,JobTitle,jobType,Location,JobSource,Status\n"
        b"1,2026-10-01,Yes,2026-10-02,Heron Air,Lead,Full Time,N/A,Indeed,Rejected\n"
        b"2,2026-10-03,No,N/A,Badger Bank,Head,Full Time,Harbor,N/A,Draft\n",
        "jobs.csv",
    )
    bringing = ApplicationImport(page, ApplicationRow)
    bringing.load(table, "jobs.csv")
    assert "JobSync" in said(bringing.widget)
    press(bringing.widget, "Import these")
    assert {each.company: each.outcome for each in page.workbook.all(Application)} == {
        "Heron Air": "rejected",
        "Badger Bank": None,
    }
    assert [board.name for board in page.workbook.all(Board)] == ["Indeed"]
    page.undo()
    assert page.workbook.count(Application) == page.workbook.count(Board) == 0
    bringing.close()


def test_what_was_brought_in_is_not_brought_in_again(page: Page) -> None:
    table = read_table(
        b"Company,Job Position,Status,Date Applied\nHeron Air,Lead,Applied,2026-10-02\n", "teal.csv"
    )
    bringing = ApplicationImport(page, ApplicationRow)
    for _ in range(2):
        bringing.load(table, "teal.csv")
        press(bringing.widget, "Import these")
    assert page.workbook.count(Application) == 1
    bringing.close()


def test_in_somebody_s_own_table_no_day_is_taken_for_another(page: Page) -> None:
    table = read_table(
        b"Job Title,Company,Status,Date Added,Date Applied,Deadline,URL\n"
        b"Lead,Heron Air,Interview,2026-10-01,2026-10-05,2026-10-09,https://example.org/1\n",
        "mine.csv",
    )
    suggested = ApplicationImport(page, ApplicationRow).suggest(table)
    assert {name: column for name, column in suggested.items() if column} == {
        "title": "Job Title",
        "company": "Company",
        "stands": "Status",
        "saved": "Date Added",
        "sent": "Date Applied",
        "link": "URL",
    }
