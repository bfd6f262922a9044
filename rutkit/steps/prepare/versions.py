"""Tailored versions: which lines of the master one shows, and in which order.

A version keeps keys, one a line: the name of a section, the id of an entry, the id of a line beneath an entry. What has
its key there is shown, in the order of the keys; what stands beneath something that is not shown is not shown either. A
version without keys shows all of the master.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rutkit.steps.prepare.entries import ResumeEntry
from rutkit.steps.prepare.records import ResumeVersion
from rutkit.steps.prepare.resume import ENTRY_TYPES, Master, items, title_of

HEADINGS: Mapping[str, str] = {
    "profiles": "Profiles",
    "work": "Jobs",
    "volunteer": "Volunteer work",
    "education": "Education",
    "skills": "Skills",
    "certificates": "Certificates",
    "projects": "Projects",
    "languages": "Languages",
    "awards": "Awards",
    "publications": "Publications",
    "interests": "Interests",
    "references": "References",
}
"""What each section is called on the screen."""

_DATES = ("end_date", "date", "release_date", "start_date")
_LAST = "9999"
"""Stands for the end of what goes on: later than every date."""


@dataclass(frozen=True)
class Node:
    """A section, an entry or a line, with what stands beneath it, in the order of a version."""

    key: str
    text: str
    is_shown: bool
    children: tuple[Node, ...] = ()


def outline(version: ResumeVersion, master: Master) -> tuple[Node, ...]:
    """All of the master in the version's order; what the version leaves out comes last among its kin."""
    keys = items(version.lines)
    place = {key: number for number, key in enumerate(keys)}
    shows_all = not keys

    def node(key: str, text: str, children: Sequence[Node] = ()) -> Node:
        return Node(key, text, shows_all or key in place, _ordered(children))

    def _ordered(nodes: Sequence[Node]) -> tuple[Node, ...]:
        return tuple(sorted(nodes, key=lambda each: place.get(each.key, len(place))))

    sections = [
        node(
            section,
            HEADINGS[section],
            [
                node(entry.id, title_of(entry), [node(line.id, line.text) for line in master.lines_of(entry)])
                for entry in newest_first(master.entries[section])
            ],
        )
        for section in ENTRY_TYPES
        if section in master.entries
    ]
    return _ordered(sections)


def newest_first(entries: Sequence[ResumeEntry]) -> list[ResumeEntry]:
    """Entries with dates from the newest back, those that go on first; those without in the order they were added."""
    return sorted(entries, key=_when, reverse=True)


def _when(entry: ResumeEntry) -> tuple[str, str]:
    dates = [getattr(entry, name, "") for name in _DATES]
    start = getattr(entry, "start_date", "")
    goes_on = bool(start) and not getattr(entry, "end_date", "")
    return (_LAST if goes_on else next(filter(None, dates), ""), start)


def shown(version: ResumeVersion, master: Master) -> Master:
    """What of the master the version shows, in its order, under its own headline and summary."""
    entries = {entry.id: entry for entry in master.all_entries()}
    lines = {line.id: line for each in master.highlights.values() for line in each}
    sections = [section for section in outline(version, master) if section.is_shown]
    visible = {section.key: _shown_of(section) for section in sections}
    own = {name: text for name in ("label", "summary") if (text := getattr(version, name).strip())}
    return replace(
        master,
        basics=master.basics.model_copy(update=own),
        entries={key: tuple(entries[node.key] for node in nodes) for key, nodes in visible.items() if nodes},
        highlights={
            node.key: tuple(lines[line.key] for line in _shown_of(node))
            for nodes in visible.values()
            for node in nodes
        },
    )


def _shown_of(node: Node) -> list[Node]:
    return [child for child in node.children if child.is_shown]


def shown_keys(nodes: Sequence[Node]) -> frozenset[str]:
    """The keys of all that is to be seen in a version: shown, and beneath nothing that is not."""
    return frozenset(key for node in nodes if node.is_shown for key in (node.key, *shown_keys(node.children)))


def toggled(nodes: Sequence[Node], key: str) -> str:
    """The keys of a version after one thing is left out, or shown again together with what it stands beneath."""
    path = _path(nodes, key)
    hides = bool(path) and all(node.is_shown for node in path)
    changed = {key: False} if hides else {node.key: True for node in path}
    return written(_changed(nodes, changed))


def with_all_shown(nodes: Sequence[Node], keys: Sequence[str]) -> str:
    """The keys of a version after these are shown, each together with what it stands beneath."""
    return written(_changed(nodes, {node.key: True for key in keys for node in _path(nodes, key)}))


def moved(nodes: Sequence[Node], key: str, by: int) -> str:
    """The keys of a version after one thing changes places with its neighbor: -1 is up, 1 is down."""
    return written(_moved(tuple(nodes), key, by))


def written(nodes: Sequence[Node]) -> str:
    """The keys of what is shown, as a version keeps them."""
    return "\n".join(_keys(nodes)) or _NOTHING


_NOTHING = "-"
"""No key of anything: what a version keeps that shows nothing at all."""


def _keys(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        if node.is_shown:
            yield node.key
        yield from _keys(node.children)


def _changed(nodes: Sequence[Node], is_shown: Mapping[str, bool]) -> tuple[Node, ...]:
    return tuple(
        replace(
            node,
            is_shown=is_shown.get(node.key, node.is_shown),
            children=_changed(node.children, is_shown),
        )
        for node in nodes
    )


def _moved(nodes: tuple[Node, ...], key: str, by: int) -> tuple[Node, ...]:
    here = next((number for number, node in enumerate(nodes) if node.key == key), None)
    if here is None:
        return tuple(replace(node, children=_moved(node.children, key, by)) for node in nodes)
    there = min(max(here + by, 0), len(nodes) - 1)
    kin = [*nodes[:here], *nodes[here + 1 :]]
    return (*kin[:there], nodes[here], *kin[there:])


def _path(nodes: Sequence[Node], key: str) -> tuple[Node, ...]:
    """The way down to a key: its section, its entry, itself; empty if it is nowhere."""
    for node in nodes:
        if node.key == key:
            return (node,)
        below = _path(node.children, key)
        if below:
            return (node, *below)
    return ()


def name_of(version: ResumeVersion) -> str:
    """What a version is called in a list."""
    return version.name.strip() or "A version without a name"
