"""Step 9 on the screen: where all applications stand, worked out beside the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rutkit.steps.job_search.applications.candidacy import Candidacy, candidacies
from rutkit.steps.job_search.applications.due_now import DAYS_AT_MOST, days_of_silence
from rutkit.steps.job_search.progress import keep_days_of_silence
from rutkit.steps.job_search.records import Application, ApplicationStage, FollowUp
from rutkit.widgets.page import Page
from rutkit.widgets.view import View
from rutkit.widgets.worked_out import WorkedOut


@dataclass(frozen=True)
class Search:
    """All applications at one moment."""

    candidacies: list[Candidacy]
    days_of_silence: int
    """See `due_now.days_of_silence`."""


class CurrentSearch:
    """Holds the newest candidacies. With 5,000 applications they take a moment, in which the page stays alive."""

    def __init__(self, view: View) -> None:
        self._page = view.page
        self.worked_out = WorkedOut(view, self._made, Application, ApplicationStage, FollowUp)
        self.worked_out.on_news(lambda: keep_days_of_silence(view.workbook, self.days_of_silence))

    @property
    def candidacies(self) -> list[Candidacy]:
        """As they were worked out last; none before that."""
        return self.worked_out.result.candidacies if self.worked_out.result else []

    @property
    def days_of_silence(self) -> int:
        """After how many days without news an application is old."""
        return self.worked_out.result.days_of_silence if self.worked_out.result else DAYS_AT_MOST

    @property
    def is_known(self) -> bool:
        """Whether they have been worked out yet."""
        return self.worked_out.result is not None

    def on_news(self, callback: Callable[[], object]) -> None:
        """Call `callback` soon if they are known, and whenever they have been worked out anew."""
        self.worked_out.on_news(callback)

    def again(self) -> None:
        """Work them out once more, so that everything that shows them is drawn again."""
        self.worked_out.again()

    def _made(self) -> Search:
        page = self._page
        found = candidacies(
            page.all_in_parts(Application),
            page.all_in_parts(ApplicationStage),
            page.all_in_parts(FollowUp),
        )
        return Search(found, days_of_silence(found, page.today()))


def candidacy_of(page: Page, application: Application) -> Candidacy:
    """Where one application stands, read from the workbook now."""
    workbook = page.workbook
    return candidacies(
        [application],
        workbook.page(ApplicationStage, limit=MOST_OF_ONE, application=application.id).records,
        workbook.page(FollowUp, limit=MOST_OF_ONE, application=application.id).records,
    )[0]


MOST_OF_ONE = 500


class KeptChoices:
    """How the applications are looked at. Kept like half-typed input: there again the next time, no change to undo."""

    def __init__(self, page: Page) -> None:
        self._workbook = page.workbook
        kept = self._workbook.draft(*_KEPT_AS)
        self._values: dict[str, str] = {name: str(raw) for name, raw in (kept.values if kept else {}).items()}

    def get(self, name: str, among: Mapping[str, object] | tuple[str, ...]) -> str:
        """What was chosen last; the first of `among` if nothing was, or what is no longer there."""
        value = self._values.get(name, "")
        return value if value in among else next(iter(among))

    def put(self, name: str, value: str) -> None:
        """Keep a choice."""
        self._values[name] = value
        if not self._workbook.read_only:
            self._workbook.save_draft(*_KEPT_AS, {**self._values})


_KEPT_AS = ("job_search_view", "")
