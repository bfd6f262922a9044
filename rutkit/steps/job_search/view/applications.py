"""Step 9 on the screen: all applications, as a board, a list or a timeline, and what is due."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.steps.job_search.applications.candidacy import OUTCOMES, STAGES, Candidacy, newest_first
from rutkit.steps.job_search.applications.due_now import due_now
from rutkit.steps.job_search.records import Application
from rutkit.steps.job_search.view import drawn
from rutkit.steps.job_search.view.adding import NewApplication
from rutkit.steps.job_search.view.application import ApplicationPanel
from rutkit.steps.job_search.view.importing import ApplicationExchange
from rutkit.steps.job_search.view.moves import ask, end, let_rest, move, resume
from rutkit.steps.job_search.view.search import CurrentSearch, KeptChoices, Search
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, card
from rutkit.widgets.markup import block, html, joined, put, row, stack
from rutkit.widgets.view import View

WAYS = ("Board", "List", "Timeline")
PAGE_SIZE = 50
DUE_SHOWN = 5
SEARCH_SECONDS = 0.2
NONE_YET = "None yet. Add the first one above, or bring in a table from another tracker below."


class ApplicationCards:
    """What is due, a new one, all of them, and one of them to look into."""

    def __init__(self, view: View, search: CurrentSearch) -> None:
        self._view = view
        self._search = search

    def due(self) -> widgets.Widget:
        """The card of what is due."""
        return card("Due now", self._view.keep(DueList(self._view, self._search)).widget, wide=True)

    def cards(self) -> Sequence[widgets.Widget]:
        """The other cards, from top to bottom."""
        view = self._view
        panel = view.keep(ApplicationPanel(view))
        shown = view.keep(ApplicationViews(view, self._search))
        return [
            card(
                "A new application",
                view.keep(NewApplication(view, panel.open)).widget,
                hint="Job and company are enough. Whether you applied there before is looked up while you type.",
                wide=True,
            ),
            card(
                "Your applications",
                panel.widget,
                shown.widget,
                view.keep(ApplicationExchange(view, self._search)).widget,
                wide=True,
            ),
        ]


class DueList:
    """Next actions and follow-ups whose day has come."""

    def __init__(self, view: View, search: CurrentSearch) -> None:
        self._page = view.page
        self._search = search
        self.widget = block(html('<p class="rutkit-hint">{text}</p>', text="Looking…"))
        page = view.page
        self._forget = [
            page.bridge.on_action(drawn.ASKED, page.guard(lambda sent: self._asked(sent["id"]))),
            page.bridge.on_action(drawn.LET_REST, page.guard(lambda _: self._let_rest())),
            page.on_new_day(self.draw),
        ]
        search.on_news(self.draw)

    def draw(self) -> None:
        """Show what is due today."""
        today = self._page.today()
        found = due_now(self._search.candidacies, today, self._search.days_of_silence)
        more = len(found.listed) - DUE_SHOWN
        parts = []
        if found.listed:
            parts.append(drawn.due_list(found.listed[:DUE_SHOWN], today))
        if more > 0:
            parts.append(html('<p class="rutkit-hint">And {n} more, when these are done.</p>', n=f"{more:,}"))
        if found.old:
            parts.append(drawn.old_ones(found.old, self._search.days_of_silence))
        nothing = html('<p class="rutkit-empty">{text}</p>', text="Nothing. The rest is theirs to do.")
        put(self.widget, joined(parts) or nothing)

    def close(self) -> None:
        """Stop listening, and take it away."""
        for forget in self._forget:
            forget()
        self.widget.close()

    def _asked(self, application_id: str) -> None:
        application = self._page.workbook.get(Application, application_id)
        if application:
            ask(self._page, application)

    def _let_rest(self) -> None:
        old = due_now(self._search.candidacies, self._page.today(), self._search.days_of_silence).old
        let_rest(self._page, {candidacy.application.id for candidacy in old})


class ApplicationViews:
    """The board, the list and the timeline; which one is seen, and whether rejections are, is kept."""

    def __init__(self, view: View, search: CurrentSearch) -> None:
        self._view = view
        self._page = view.page
        self._search = search
        self._kept = KeptChoices(view.page)
        self._cards: dict[str, int] = {}
        self._moving = ""
        self._offset = 0
        self._chart: widgets.Widget | None = None
        page = view.page
        self._way = shared.make(
            widgets.RadioButtons,
            "rutkit-row",
            description="Show them as",
            options=WAYS,
            value=self._kept.get("way", WAYS),
        )
        self._way.observe(page.guard(lambda _: self._show_way()), "value")
        self._hides = shared.make(
            widgets.Checkbox,
            description="Hide rejections and those without a reply",
            indent=False,
            value=self._kept.get("hides", ("no", "yes")) == "yes",
        )
        self._hides.observe(page.guard(lambda _: self._hide()), "value")
        self._text = shared.make(widgets.Text, description="Search in jobs, companies and notes")
        draw_soon = page.once_a_burst(self._searched, SEARCH_SECONDS)
        self._text.observe(page.guard(lambda _: draw_soon()), "value")
        self._drawn = block(html('<p class="rutkit-hint">{text}</p>', text="Looking…"))
        self._search_row = stack(self._text, classes=("rutkit-field", "rutkit-search"))
        self._back = button(page, "Back", lambda: self._turn(-1), Rank.QUIET)
        self._next = button(page, "Next", lambda: self._turn(1), Rank.QUIET)
        self._range = block()
        self._pager = row(self._back, self._range, self._next, classes=("rutkit-buttons",))
        self._place = stack(self._drawn)
        self.widget = stack(
            row(
                stack(self._way, classes=("rutkit-field",)),
                stack(stack(self._hides, classes=("rutkit-options",)), classes=("rutkit-field",)),
                classes=("rutkit-buttons",),
            ),
            self._search_row,
            self._place,
            self._pager,
            classes=("rutkit-collection", "rutkit-applications"),
        )
        actions: tuple[tuple[str, Callable[[dict[str, str]], object]], ...] = (
            (drawn.MOVE, lambda sent: self._offer_stages(sent["id"])),
            (drawn.MOVE_TO, lambda sent: self._move(sent["id"], sent["to"])),
            (drawn.MORE, lambda sent: self._more(sent["column"])),
        )
        self._forget = [page.bridge.on_action(name, page.guard(handler)) for name, handler in actions]
        self._forget.append(page.on_new_day(self.draw))
        search.on_news(self.draw)
        self._show_way()

    def close(self) -> None:
        """Stop listening, and take it away."""
        for forget in self._forget:
            forget()
        shared.close(self.widget, self._drawn, self._pager, self._search_row)

    def draw(self) -> None:
        """Show them as they are now."""
        if not self._search.is_known:
            return
        everything, today = self._search.candidacies, self._page.today()
        found = self._found(everything)
        way = self._way.value
        shared.show(self._search_row, way != "Timeline" and len(everything) > drawn.CARDS)
        shared.show(self._pager, way == "List" and len(found) > PAGE_SIZE)
        if not everything:
            put(self._drawn, html('<p class="rutkit-empty">{text}</p>', text=NONE_YET))
        elif way == "Board":
            hidden = sum(candidacy.is_turned_down for candidacy in everything) if self._hides.value else 0
            put(self._drawn, drawn.board(found, today, shown=self._cards, moving=self._moving, hidden=hidden))
        elif way == "List":
            self._draw_list(found)

    def _draw_list(self, found: list[Candidacy]) -> None:
        found = newest_first(found)
        self._offset = min(self._offset, max(0, len(found) - 1) // PAGE_SIZE * PAGE_SIZE)
        shown = found[self._offset : self._offset + PAGE_SIZE]
        nothing = html('<p class="rutkit-empty">{text}</p>', text="Nothing here fits.")
        put(self._drawn, drawn.rows(shown, self._page.today()) or nothing)
        last = self._offset + len(shown)
        put(
            self._range,
            html(
                "<span>{first}–{last} of {all}</span>",
                first=self._offset + 1,
                last=last,
                all=f"{len(found):,}",
            ),
        )
        self._back.disabled, self._next.disabled = self._offset == 0, last == len(found)

    def _found(self, everything: list[Candidacy]) -> list[Candidacy]:
        text = str(self._text.value).strip().casefold()
        return [
            candidacy
            for candidacy in everything
            if not (self._hides.value and candidacy.is_turned_down)
            and (not text or text in _searched_in(candidacy))
        ]

    def _draw_timeline(self, search: Search, palette: Palette) -> Chart:
        from rutkit.steps.job_search.applications.charts import timeline_chart

        return timeline_chart(self._found(search.candidacies), self._page.today(), palette)

    # --- choosing ---------------------------------------------------------------------------------------------------

    def _show_way(self) -> None:
        way = str(self._way.value)
        self._kept.put("way", way)
        if way == "Timeline" and self._chart is None:
            self._chart = self._search.worked_out.chart("application-timeline", self._draw_timeline)
        self._place.children = (self._chart,) if way == "Timeline" and self._chart else (self._drawn,)
        self.draw()

    def _hide(self) -> None:
        self._kept.put("hides", "yes" if self._hides.value else "no")
        self._offset = 0
        self.draw()
        if self._chart:
            self._search.again()

    def _searched(self) -> None:
        self._offset = 0
        self.draw()

    def _turn(self, pages: int) -> None:
        self._offset = max(0, self._offset + pages * PAGE_SIZE)
        self.draw()

    def _more(self, column: str) -> None:
        self._cards[column] = self._cards.get(column, drawn.cards_at_first(column)) + drawn.CARDS
        self.draw()

    # --- moving -----------------------------------------------------------------------------------------------------

    def _offer_stages(self, application_id: str) -> None:
        """Show the stages on its card, or take them away again."""
        self._moving = "" if self._moving == application_id else application_id
        self.draw()
        if self._moving:
            self._page.bridge.focus(".rutkit-moves button")

    def _move(self, application_id: str, to: str) -> None:
        self._moving = ""
        application = self._page.workbook.get(Application, application_id)
        if application is None:
            return
        if to in STAGES:
            move(self._page, application, to)
        elif to in OUTCOMES:
            end(self._page, application, to)
        else:
            resume(self._page, application)


def _searched_in(candidacy: Candidacy) -> str:
    application = candidacy.application
    return "\n".join((application.title, application.company, application.notes)).casefold()
