"""Step 7 on the screen: entries that may be one person, side by side. They are merged only by a click."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rutkit.formatting import counted, join_words
from rutkit.steps.network.records import Contact, DifferentPeople
from rutkit.steps.network.view.all_people import AllPeople
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, card
from rutkit.widgets.markup import Markup, block, html, joined, put, row
from rutkit.widgets.view import View
from rutkit.widgets.worked_out import WorkedOut

if TYPE_CHECKING:
    from rutkit.steps.network.same_person import Ids, Pair


class Merging:
    """Offers one pair after the other. What is compared is compared beside the page."""

    def __init__(self, view: View, everybody: AllPeople) -> None:
        page = view.page
        self._page = page
        self._workbook = view.workbook
        self._everybody = everybody
        self._shown: Shown | None = None
        self._put_off: set[Ids] = set()
        self._turned: set[Ids] = set()
        """Pairs of which the one is to be kept that the other would be."""
        self._count = self._workbook.count(Contact)
        self._says = block()
        self.card = card(
            "The same person twice?",
            self._says,
            row(
                button(page, "Merge them", self._merge, Rank.SECOND),
                button(page, "Keep the other one", self._turn_round, Rank.QUIET),
                button(page, "These are different people", self._note_as_different, Rank.QUIET),
                button(page, "Later", self._put_off_this_one, Rank.QUIET),
                classes=("rutkit-buttons",),
            ),
            hint="Nothing is merged unless you say so, and one undo takes it back.",
            wide=True,
        )
        shared.show(self.card, False)
        self._pairs: WorkedOut[tuple[Pair, ...]] = WorkedOut(view, self._found, begin=everybody.when_shown)
        self._pairs.on_news(self.draw)
        view.follow_later(self._people_changed, Contact, DifferentPeople)

    def draw(self) -> None:
        """Show the likeliest pair that nobody has decided about; nothing if there is none."""
        waiting = self._waiting()
        found = ((place, self._as_they_are(pair)) for place, pair in enumerate(waiting))
        place, self._shown = next(((place, shown) for place, shown in found if shown), (0, None))
        shared.show(self.card, self._shown is not None)
        if self._shown:
            put(self._says, _reasons(self._shown.pair, len(waiting) - place) + _side_by_side(self._shown))

    def close(self) -> None:
        """Take it away."""
        shared.close(self.card)

    # --- what is found ----------------------------------------------------------------------------------------------

    def _found(self) -> tuple[Pair, ...]:
        from rutkit.steps.network.same_person import find_pairs

        return find_pairs(self._everybody.contacts(), self._different())

    def _different(self) -> frozenset[Ids]:
        noted = self._page.all_in_parts(DifferentPeople)
        return frozenset((each.one, each.other) for each in noted)

    def _people_changed(self) -> None:
        count = self._workbook.count(Contact)
        if count != self._count:
            self._count = count
            self._pairs.again()
        self.draw()

    def _waiting(self) -> list[Pair]:
        decided = self._different() | self._put_off
        return [pair for pair in self._pairs.result or () if pair.ids not in decided]

    def _as_they_are(self, pair: Pair) -> Shown | None:
        """Both as they are saved now, the one to keep first; None if one of them is gone."""
        from rutkit.steps.network.merging import fuller

        one, other = (self._workbook.get(Contact, contact.id) for contact in (pair.one, pair.other))
        if one is None or other is None:
            return None
        kept, other = fuller(one, other)
        return Shown(pair, kept, other) if pair.ids not in self._turned else Shown(pair, other, kept)

    # --- what is decided --------------------------------------------------------------------------------------------

    def _merge(self) -> None:
        from rutkit.steps.network.merging import merge_people

        if self._shown:
            merge_people(self._workbook, self._shown.kept, self._shown.other)
            self._page.status.saved()
            self.draw()

    def _turn_round(self) -> None:
        if self._shown:
            self._turned ^= {self._shown.pair.ids}
            self.draw()

    def _note_as_different(self) -> None:
        from rutkit.steps.network.merging import note_as_different

        if self._shown:
            note_as_different(self._workbook, self._shown.kept, self._shown.other)
            self._page.status.saved()
            self.draw()

    def _put_off_this_one(self) -> None:
        if self._shown:
            self._put_off.add(self._shown.pair.ids)
            self.draw()


@dataclass(frozen=True)
class Shown:
    """The pair that is asked about, as both are saved now."""

    pair: Pair
    kept: Contact
    other: Contact


def _reasons(pair: Pair, waiting: int) -> Markup:
    more = f" {counted(waiting - 1, 'pair')} more after this one." if waiting > 1 else ""
    return html(
        "<p>These two may be one person: they have {reasons}.{more}</p>",
        reasons=join_words(pair.reasons),
        more=more,
    )


def _side_by_side(shown: Shown) -> Markup:
    from rutkit.steps.network.merging import side_by_side

    rows = joined(
        html(
            '<tr><th scope="row">{title}</th><td data-title="Kept">{kept}</td><td data-title="The other">{other}</td>'
            '<td data-title="What would stay">{result}</td></tr>',
            title=each.title,
            kept=each.kept,
            other=each.other,
            result=each.result,
        )
        for each in side_by_side(shown.kept, shown.other)
    )
    return html(
        '<table class="rutkit-table rutkit-records rutkit-both" aria-label="Both side by side"><thead><tr>'
        '<th scope="col"><span class="rutkit-unseen">Field</span></th><th scope="col">Kept</th>'
        '<th scope="col">The other</th><th scope="col">What would stay</th></tr></thead>'
        "<tbody>{rows}</tbody></table>",
        rows=rows,
    )
