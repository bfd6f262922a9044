"""The panel of predictions: making one, what is due, what is open, and how good they were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import cast

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.drafts import DraftError, parse
from rutkit.home.forecasts import drawn
from rutkit.home.forecasts.scoring import is_open, track_record
from rutkit.home.forecasts.settling import COUNTED_FROM, happenings, settled
from rutkit.home.forecasts.upkeep import Upkeep
from rutkit.home.records import Outcome, Prediction
from rutkit.records import field_spec
from rutkit.widgets.card import button, card, columns
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, stack
from rutkit.widgets.view import View

FIELDS = ("statement", "percent", "due", "measure", "at_least")
USUAL_DAYS = 14


class ForecastsView(View):
    """What is held likely, and what came of it."""

    slug = "forecasts"
    package = "rutkit.home.forecasts"
    guide_is = "How forecasts are kept honest"

    def build(self) -> Sequence[widgets.Widget]:
        """The cards."""
        self._form = self.keep(
            Form(self.page, Prediction, fields=FIELDS, initial=self._initial(), saves_itself=False)
        )
        self.on_action(drawn.SETTLE, self._settle)
        self.on_action(drawn.TAKE_BACK, self._take_back)
        Upkeep(self)
        return [
            columns(
                card(
                    "Make a prediction",
                    self._form.widget,
                    button(self.page, "Make it", self._make),
                    hint="Once made, its words and its number stay as they are.",
                ),
                stack(
                    card("To be settled", self.text(self._due, Prediction)),
                    card(
                        "Still open",
                        self.later_text(self._open, Prediction, *COUNTED_FROM),
                    ),
                    classes=("rutkit-side",),
                ),
                card(
                    "How good they were",
                    self.chart("calibration", self._draw, Prediction),
                    self.later_text(self._records, Prediction),
                    self.text(lambda: drawn.settled_list(self._all()), Prediction),
                    wide=True,
                ),
            )
        ]

    def ending(self) -> Sequence[widgets.Widget]:
        """What is due stands above."""
        return []

    def _all(self) -> list[Prediction]:
        return self.workbook.all(Prediction)

    def _initial(self) -> dict[str, str]:
        today = self.page.today()
        return {"made": today.isoformat(), "due": (today + timedelta(days=USUAL_DAYS)).isoformat()}

    def _make(self) -> None:
        due: object = None
        with suppress(DraftError):  # the form says what cannot be read
            due = parse(field_spec(Prediction, "due"), self._form.fields["due"].raw)
        if isinstance(due, date) and due <= self.page.today():
            self._form.point_out({"due": "Please choose a day to come, so that nobody knows yet."})
            return
        with self.workbook.batch("made a prediction"):
            made = self._form.save()
            if made:
                # It may have been begun on an earlier day: what counts is when it was made.
                self.workbook.update(made.model_copy(update={"made": self.page.today()}))
        if made:
            self._form.show(None)

    def _settle(self, sent: Mapping[str, str]) -> None:
        prediction = self.workbook.get(Prediction, sent["id"])
        if prediction and is_open(prediction):
            outcome = cast("Outcome", sent["outcome"])
            self.workbook.update(
                settled(prediction, outcome, self.page.today()), label="settled a prediction"
            )

    def _take_back(self, sent: Mapping[str, str]) -> None:
        prediction = self.workbook.get(Prediction, sent["id"])
        if prediction and is_open(prediction):
            withdrawn = prediction.model_copy(update={"withdrawn": self.page.today()})
            self.workbook.update(withdrawn, label="took a prediction back")

    def _due(self) -> Markup:
        return drawn.due_list(self._all(), self.page.today())

    def _open(self) -> Markup:
        return drawn.open_list(self._all(), happenings(self.workbook), self.page.today())

    def _records(self) -> Markup:
        """In words, as long as the picture does not say it."""
        records = [track_record(self._all(), whose) for whose in ("me", "rutkit")]
        return Markup("").join(drawn.record_of(record) for record in records if not record.is_enough)

    def _draw(self, palette: Palette) -> Chart:
        from rutkit.home.forecasts.charts import calibration

        return calibration([track_record(self._all(), whose) for whose in ("me", "rutkit")], palette)
