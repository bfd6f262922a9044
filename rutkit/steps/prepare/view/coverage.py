"""Step 10 on the screen: what a posting or a role asks for, beside what the version shows of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

import ipywidgets as widgets

from rutkit.steps.market.records import Posting, SkillChoice, TargetRole
from rutkit.steps.prepare.records import NotTrue, ResumeVersion
from rutkit.steps.prepare.resume import title_of
from rutkit.steps.prepare.versions import name_of, outline, with_all_shown
from rutkit.steps.prepare.view.chosen_version import ChosenVersion
from rutkit.steps.skills.records import Skill
from rutkit.widgets import shared
from rutkit.widgets.markup import Markup, block, html, joined, put, stack
from rutkit.widgets.view import View
from rutkit.widgets.worked_out import WorkedOut

if TYPE_CHECKING:
    from rutkit.steps.market.market import MarketReader
    from rutkit.steps.prepare.coverage import Asked, Coverage, Covered

OFFERED_POSTINGS = 30
"""Postings in the list, the newest first; the others are found by typing."""

SEARCH_SECONDS = 0.3
NONE = ""


class CoveragePart:
    """A posting or a role to compare with, and how the version stands to each thing that it asks for."""

    def __init__(self, view: View, chosen: ChosenVersion) -> None:
        self._view = view
        self._chosen = chosen
        self._readers: dict[str, MarketReader] = {}
        self._is_drawing = False
        self._compared = ""
        page = view.page
        self._search = shared.make(widgets.Text, description="Find a posting by its title, company or text")
        draw_soon = page.once_a_burst(self._draw_list, SEARCH_SECONDS)
        self._search.observe(page.guard(lambda _: draw_soon()), "value")
        self._search_row = stack(self._search, classes=("rutkit-field",))
        self._list = shared.make(widgets.Dropdown, description="Compare it with")
        self._list.observe(page.guard(lambda _: self._pick(str(self._list.value))), "value")
        self._list_row = stack(self._list, classes=("rutkit-field",))
        self._says = block()
        self.widget = stack(self._search_row, self._list_row, self._says, classes=("rutkit-form",))
        shared.show(self._search_row, False)
        shared.show(self._list_row, False)
        actions: tuple[tuple[str, Callable[[str], object]], ...] = (
            ("resume-show-lines", self._show_lines),
            ("resume-not-true", self._deny),
            ("resume-take-back", self._take_back),
        )
        self._forget = [page.bridge.on_action(name, page.guard(_by_name(act))) for name, act in actions]
        self._asked = WorkedOut(view, self._read, Posting, SkillChoice, TargetRole)
        self._asked.on_news(self._draw)
        view.follow_later(self._draw_list, Posting, TargetRole)
        view.follow_later(self._draw, NotTrue, Skill)
        chosen.on_change(self._version_changed)

    def close(self) -> None:
        """Stop listening to clicks, and take it away."""
        for forget in self._forget:
            forget()
        shared.close(self.widget)

    # --- what it is compared with -----------------------------------------------------------------------------------

    def _version_changed(self) -> None:
        compared = _compared_with(self._chosen.version)
        if compared != self._compared:
            self._compared = compared
            self._draw_list()
            self._asked.again()
        self._draw()

    def _pick(self, picked: str) -> None:
        version = self._chosen.version
        if self._is_drawing or version is None:
            return
        kind, _, id_ = picked.partition(":")
        self._chosen.change(
            f"chose what to compare {name_of(version)} with",
            posting=id_ if kind == "posting" else "",
            role=id_ if kind == "role" else "",
        )
        self._version_changed()

    def _draw_list(self) -> None:
        workbook = self._view.workbook
        found = workbook.page(
            Posting,
            search=str(self._search.value).strip(),
            order_by="posted",
            descending=True,
            limit=OFFERED_POSTINGS,
            repeats="",
        )
        postings = {f"posting:{posting.id}": _called(posting) for posting in found.records}
        roles = {
            f"role:{role.id}": f"Role: {role.title or 'without a name'}" for role in workbook.all(TargetRole)
        }
        options = {NONE: "nothing yet", **roles, **postings}
        compared = _compared_with(self._chosen.version)
        if compared not in options:
            posting = workbook.get(Posting, compared.partition(":")[2])
            options[compared] = _called(posting) if posting else "something that was removed"
        self._is_drawing = True
        self._list.options = [(title, key) for key, title in options.items()]
        self._list.value = compared
        self._is_drawing = False
        has_more = bool(self._search.value) or found.total > OFFERED_POSTINGS
        shared.show(self._search_row, has_more and self._chosen.version is not None)

    def _read(self) -> tuple[str, tuple[Asked, ...]]:
        """What is asked for, and by whom; in a thread."""
        compared = self._compared
        return compared, self._asked_by(compared)

    def _asked_by(self, compared: str) -> tuple[Asked, ...]:
        from rutkit.steps.market.market import MarketReader
        from rutkit.steps.prepare.coverage import asked_by_posting, asked_by_role

        page = self._view.page
        kind, _, id_ = compared.partition(":")
        if kind == "role":
            reader = self._readers.setdefault(id_, MarketReader())
            postings = page.all_in_parts(Posting, role=id_)
            return asked_by_role(reader.market(postings, self._choices(id_)))
        with page.alone():
            posting = page.workbook.get(Posting, id_) if id_ else None
        return (
            asked_by_posting(MarketReader().market([posting], self._choices(posting.role))) if posting else ()
        )

    def _choices(self, role: str) -> list[SkillChoice]:
        with self._view.page.alone():
            return [each for each in self._view.workbook.all(SkillChoice) if each.role == role]

    # --- how the version stands to it -------------------------------------------------------------------------------

    def _coverage(self) -> Coverage | None:
        from rutkit.steps.prepare.coverage import cover

        version, (compared, asked) = self._chosen.version, self._asked.result or (NONE, ())
        if version is None or not asked or compared != self._compared:
            return None
        workbook = self._view.workbook
        return cover(asked, version, self._chosen.master, workbook.all(NotTrue), workbook.all(Skill))

    def _draw(self) -> None:
        shared.show(self._list_row, self._chosen.version is not None)
        found = self._coverage()
        put(self._says, _described(found, self._texts()) if found else _nothing(self._missing))

    def _texts(self) -> Mapping[str, str]:
        """What each entry and line of the master is called, by its key."""
        master = self._chosen.master
        entries = {entry.id: title_of(entry) for entry in master.all_entries()}
        return entries | {line.id: line.text for lines in master.highlights.values() for line in lines}

    @property
    def _missing(self) -> str:
        if self._chosen.version is None:
            return "Once there is a version, this shows how far it answers a posting of step 5, or a role."
        if self._view.workbook.count(Posting) == 0:
            return "There are no postings yet. Step 5 takes them in and reads what they ask for."
        if not self._compared:
            return "Pick a posting or a role above."
        if self._asked.result is None or self._asked.result[0] != self._compared:
            return "Looking at what is asked for…"
        return (
            "Nothing is known to be asked for there. A posting needs to be read in step 5 first; of a role it takes "
            "five of them."
        )

    def _row(self, name: str) -> Covered | None:
        found = self._coverage()
        return next((row for row in found.rows if row.asked.name == name), None) if found else None

    def _show_lines(self, name: str) -> None:
        row, version = self._row(name), self._chosen.version
        if row and version:
            lines = with_all_shown(outline(version, self._chosen.master), row.where[:1])
            self._chosen.change(f"showed {name} in {name_of(version)}", lines=lines)

    def _deny(self, name: str) -> None:
        from rutkit.steps.skill_names import standard_key

        self._view.workbook.put(
            NotTrue(skill=standard_key(name)), label=f"said that {name} is not true of me"
        )
        self._view.page.status.saved()

    def _take_back(self, name: str) -> None:
        from rutkit.steps.skill_names import standard_key

        denied = self._view.workbook.find(NotTrue, skill=standard_key(name))
        if denied:
            self._view.workbook.remove(denied, label=f"took back that {name} is not true of me")


def _by_name(act: Callable[[str], object]) -> Callable[[dict[str, str]], object]:
    return lambda sent: act(sent["name"])


def _compared_with(version: ResumeVersion | None) -> str:
    if version and version.posting:
        return f"posting:{version.posting}"
    return f"role:{version.role}" if version and version.role else NONE


def _called(posting: Posting) -> str:
    return ", ".join(part for part in (posting.title, posting.company) if part) or "A posting without a title"


_IS_IT_TRUE = (
    "Is it true of you? Then add it to the master, with what shows it. If not, say so; nothing asks again."
)


def _described(found: Coverage, texts: Mapping[str, str]) -> Markup:
    from rutkit.steps.prepare.coverage import SOURCE, Showing

    groups = (
        _named("Shown", found.of(Showing.SHOWN)),
        _group(
            "In your master, could be shown",
            "",
            found.of(Showing.COULD_BE_SHOWN),
            "resume-show-lines",
            "Show it",
            texts,
        ),
        _group(
            "Not in your master",
            _IS_IT_TRUE,
            found.of(Showing.NOT_IN_MASTER),
            "resume-not-true",
            "Not true of me",
        ),
        _group("Not true of you", "", found.of(Showing.NOT_TRUE), "resume-take-back", "Take back"),
    )
    return html(
        '<div class="rutkit-requirements"><div><p><b>{counted}</b> {meaning}</p><p class="rutkit-source">{source}</p>'
        "</div>{groups}</div>",
        counted=found.counted,
        meaning=found.meaning,
        source=SOURCE,
        groups=joined(html("<div>{group}</div>", group=group) for group in groups if group),
    )


def _named(title: str, rows: Sequence[Covered]) -> Markup:
    if not rows:
        return Markup("")
    names = ", ".join(row.asked.name for row in rows)
    return html("<p><b>{title}</b> ({n}): {names}</p>", title=title, n=len(rows), names=names)


def _group(
    title: str,
    hint: str,
    rows: Sequence[Covered],
    action: str,
    button: str,
    texts: Mapping[str, str] = MappingProxyType({}),
) -> Markup:
    if not rows:
        return Markup("")
    listed = joined(
        html(
            '<li><div><b>{name}</b><p>{how}{own}{where}</p></div><button type="button" class="rutkit-link" '
            'data-action="{action}" data-name="{name}" aria-label="{button}: {name}">{button}</button></li>',
            name=row.asked.name,
            how=row.asked.how,
            own="; it is on your list of skills in step 6" if row.is_on_skills_list and not row.where else "",
            where=f"; “{texts[row.where[0]]}”" if row.where and row.where[0] in texts else "",
            action=action,
            button=button,
        )
        for row in rows
    )
    return html(
        '<h3>{title} ({n})</h3>{hint}<ul class="rutkit-actions">{listed}</ul>',
        title=title,
        n=len(rows),
        hint=html('<p class="rutkit-hint">{hint}</p>', hint=hint) if hint else Markup(""),
        listed=listed,
    )


def _nothing(text: str) -> Markup:
    return html('<p class="rutkit-empty">{text}</p>', text=text)
