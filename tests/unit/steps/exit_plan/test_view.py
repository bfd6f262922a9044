from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

import ipywidgets as widgets
import pytest

from rutkit.preferences import Preferences
from rutkit.steps.exit_plan.records import ExitPlan, Finances, ResignationDraft, Safety, UrgeToQuit
from rutkit.steps.exit_plan.view import StepView
from rutkit.steps.exit_plan.view.plan import PlanCards
from rutkit.steps.exit_plan.view.urges import LetterPanel, UrgeCards
from rutkit.widgets.chart import ChartPanel
from rutkit.widgets.form import Form
from rutkit.widgets.page import Page

P = TypeVar("P")


@pytest.fixture
def view(page: Page) -> StepView:
    return StepView(page)


def part(view: StepView, kind: type[P]) -> P:
    return next(part for part in view._parts if isinstance(part, kind))


def form_with(view: StepView, name: str) -> Form[Safety]:
    return next(part for part in view._parts if isinstance(part, Form) and name in part.fields)


def said(root: widgets.Widget) -> str:
    own = str(root.value) if isinstance(root, widgets.HTML) else ""
    return own + "".join(said(child) for child in getattr(root, "children", ()))


# Safety


def test_the_sooner_path_opens_with_a_yes_and_closes_with_a_no(view: StepView) -> None:
    question, details = form_with(view, "causes_harm"), form_with(view, "kinds")
    assert details.widget.layout.display == "none"

    question.fields["causes_harm"].control.set(True)
    assert details.widget.layout.display is None
    assert "In the next days" in said(view.widget)

    question.fields["causes_harm"].control.set(False)
    assert details.widget.layout.display == "none"
    assert "In the next days" not in said(view.widget)


# The letter


def write(view: StepView, text: str) -> LetterPanel:
    letter = part(view, LetterPanel)
    letter._form.fields["text"].control.set(text)
    return letter


def test_a_letter_is_saved_while_it_is_written(page: Page, view: StepView) -> None:
    write(view, "Dear boss,")

    saved = page.workbook.only(ResignationDraft)
    assert saved is not None
    assert saved.text == "Dear boss,"


def test_a_sealed_letter_is_out_of_sight(view: StepView) -> None:
    letter = write(view, "Dear boss,")

    letter._seal()

    assert letter.widget.children == (letter._says, letter._ask)


def test_a_sealed_letter_opens_early_after_a_second_question(page: Page, view: StepView) -> None:
    letter = write(view, "Dear boss,")
    letter._seal()

    letter._ask_twice()
    assert letter._confirm in letter.widget.children
    letter._open()

    assert letter.widget.children == (letter._says, letter._writing)
    saved = page.workbook.only(ResignationDraft)
    assert saved is not None
    assert saved.opened_early_at is not None


def test_an_empty_letter_is_not_sealed(page: Page, view: StepView) -> None:
    part(view, LetterPanel)._seal()

    assert page.workbook.only(ResignationDraft) is None
    assert "There is nothing to seal yet" in page.notices.widget.value


# The urges


def test_words_used_before_are_offered_the_next_time(page: Page, view: StepView) -> None:
    page.workbook.add(UrgeToQuit.model_validate({"at": "2026-11-20T09:30", "set_off_by": ["meeting"]}))

    assert UrgeCards(view)._suggestions()["set_off_by"] == ("meeting",)


# The plan


def test_looking_at_the_plan_is_one_change(page: Page, view: StepView) -> None:
    PlanCards(view)._reviewed()
    plan = page.workbook.only(ExitPlan)
    assert plan is not None
    assert plan.next_review is not None

    page.undo()
    assert page.workbook.only(ExitPlan) is None


# The money


def test_every_amount_follows_the_currency(page: Page, view: StepView) -> None:
    page.workbook.put(
        Finances(
            savings=Decimal(12_345),
            take_home_pay=Decimal(2_000),
            other_income=Decimal(0),
            essential_costs=Decimal(1_500),
            discretionary_costs=Decimal(200),
        )
    )
    (runway,) = [p for p in view._parts if isinstance(p, ChartPanel) and p._name == "runway"]
    assert "$" in str(runway._figure.outputs) + said(runway.widget)

    page.workbook.put(Preferences(currency="EUR"))

    assert "In EUR." in said(view.widget)
    assert "$" not in said(runway.widget)
    assert "€" in str(runway._figure.outputs) + said(runway.widget)


def test_the_currency_is_a_link_away_in_the_whole_workbook(page: Page) -> None:
    page.bridge.routes = ["exit_plan", "workbook"]
    assert 'data-route="workbook/preferences"' in said(StepView(page).widget)


def test_a_notebook_of_its_own_says_where_the_currency_is_chosen(page: Page) -> None:
    page.bridge.routes = ["exit_plan"]
    step = said(StepView(page).widget)
    assert "workbook/preferences" not in step
    assert "under “Your workbook”" in step
