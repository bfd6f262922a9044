"""Applications as rows of a table: as other trackers export them, and as rutkit does."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, NamedTuple, get_args

from pydantic import Field

from rutkit.records import LongText, Record, ShortText
from rutkit.steps.company_names import company_key
from rutkit.steps.job_search.applications.candidacy import (
    DAY_NOT_KNOWN,
    NOT_SENT,
    STAGES,
    Candidacy,
    in_order,
    stage_name,
)
from rutkit.steps.job_search.records import Application, ApplicationStage, Board, Channel, Outcome, Stage
from rutkit.steps.links import short_link

_CHANNELS: tuple[Channel, ...] = get_args(Channel)


class ApplicationRow(Record):
    """One application as one row; never saved as it is."""

    noun: ClassVar[str] = "application"

    title: ShortText = Field("", title="Job title")
    company: ShortText = Field("", title="Company")
    location: ShortText = Field("", title="Where")
    link: LongText = Field("", title="Link")
    stands: ShortText = Field("", title="How it stands")
    sent: date | None = Field(None, title="Sent on")
    changed: date | None = Field(None, title="Last news on")
    saved: date | None = Field(None, title="Written down on")
    source: ShortText = Field("", title="By which way")
    salary: ShortText = Field("", title="Salary")
    next_action: ShortText = Field("", title="What you do next")
    next_on: date | None = Field(None, title="Next on")
    stages: LongText = Field("", title="Stages")
    notes: LongText = Field("", title="Notes")


class Meaning(NamedTuple):
    """What a tracker's word says of an application."""

    stage: Stage | None
    """The furthest stage that it names, if it was sent at all."""
    outcome: Outcome | None = None
    is_over: bool = False


def _meanings(words: Mapping[str, Meaning]) -> dict[str, Meaning]:
    return {word.strip(): meaning for several, meaning in words.items() for word in several.split(",")}


MEANINGS = _meanings(
    {
        f"{NOT_SENT}, draft, wishlist, saved, bookmarked, applying, to apply, interested": Meaning(None),
        "applied, submitted, sent, application sent": Meaning("applied"),
        "recruiter screen, screening, screen, phone screen, phone": Meaning("recruiter screen"),
        "assessment, take home, test, coding challenge": Meaning("assessment"),
        "interview, interviewing, interviews, technical interview": Meaning("interview"),
        "onsite, on site, final, final round, final interview": Meaning("onsite"),
        "offer, offered, negotiating, offer received": Meaning("offer"),
        "accepted, offer accepted, hired": Meaning("offer", "accepted", is_over=True),
        "declined, offer declined": Meaning("offer", "declined", is_over=True),
        "rejected, not selected, denied": Meaning("applied", "rejected", is_over=True),
        "withdrawn, i withdrew, withdrew": Meaning("applied", "withdrawn", is_over=True),
        "no reply, no response, ghosted": Meaning("applied", "no reply", is_over=True),
        "ended, closed, archived, expired": Meaning("applied", is_over=True),
    }
)
"""In lower case, with spaces for other signs."""


@dataclass(frozen=True)
class Brought:
    """What a row is in this workbook."""

    application: Application
    stages: tuple[ApplicationStage, ...]
    board: str
    """The name of the board it was found on, if it was one."""
    unknown: str
    """The word for how it stands, if nobody knows what it means."""

    @property
    def is_undated(self) -> bool:
        """Whether the row does not say when some stage was reached."""
        return any(event.day is None for event in self.stages)

    @property
    def key(self) -> Hashable:
        """The same for two rows of one application."""
        return _key_of(self.application, self.stages)


def keys_of(application: Application, stages: Sequence[ApplicationStage]) -> frozenset[Hashable]:
    """The keys of all rows that may tell of this application: job, company, and the day it was sent, if they say it."""
    company, title, sent = _key_of(application, stages)
    return frozenset(((company, title, sent), (company, title, sent and _SOME_DAY)))


_SOME_DAY = "some day"
"""Where a row does not say when it was sent."""


def _key_of(
    application: Application, stages: Sequence[ApplicationStage]
) -> tuple[Hashable, Hashable, date | str | None]:
    sent = (in_order(stages)[0].day or _SOME_DAY) if stages else None
    return company_key(application.company), " ".join(application.title.casefold().split()), sent


def brought(row: ApplicationRow, today: date) -> Brought:
    """The application that a row tells of, with what happened to it.

    A stage for which the row has no day gets none: any other day would count in how long things take.
    """
    word = " ".join(re.findall(r"[^\W_]+", row.stands.casefold()))
    meaning, ended_as = _meaning(word)
    channel, board = _channel_of(row.source)
    notes = [row.notes]
    if row.salary:
        notes.append(f"Salary: {row.salary}")
    if meaning is None and row.stands:
        notes.append(f"How it stood: {row.stands}")
    application = Application(
        title=row.title,
        company=row.company,
        location=row.location,
        link=short_link(row.link),
        channel=channel,
        next_action=row.next_action,
        next_on=row.next_on,
        outcome=ended_as,
        ended=_by(row.changed, today) if meaning and meaning.is_over else None,
        notes="\n".join(part for part in notes if part),
    )
    events = _written_stages(row.stages) or _named_stages(meaning, row)
    stages = tuple(
        ApplicationStage(application=application.id, day=_by(day, today), stage=stage, round=round_)
        for stage, round_, day in events
    )
    return Brought(application, in_order(stages), board, row.stands if meaning is None else "")


def row_of(candidacy: Candidacy, boards: Mapping[str, str]) -> ApplicationRow:
    """An application as a row; `boards` are their names by id. `brought` reads it back."""
    application = candidacy.application
    salary = application.salary_offered or application.salary_asked
    return ApplicationRow(
        title=application.title,
        company=application.company,
        location=application.location,
        link=application.link,
        stands=candidacy.in_words,
        sent=candidacy.sent_on,
        changed=_last_news(candidacy),
        saved=application.created_at.date(),
        source=boards.get(application.board, "") or application.channel or "",
        salary=f"{salary} a {application.salary_unit}" if salary is not None else "",
        next_action=application.next_action,
        next_on=application.next_on,
        stages="; ".join(
            f"{stage_name(event)} {event.day.isoformat() if event.day else DAY_NOT_KNOWN}"
            for event in candidacy.stages
        ),
        notes=application.notes,
    )


def _last_news(candidacy: Candidacy) -> date | None:
    """The day it ended, or of its newest stage; `None` if it ended on a day that nobody noted."""
    newest, ended = candidacy.newest, candidacy.application.ended
    if newest and (candidacy.is_running or newest.stage == "closed"):
        return ended or newest.day
    return ended


def with_boards(found: Iterable[Brought], boards: Sequence[Board]) -> list[Record]:
    """All that is to be saved: the applications, their stages, and the boards that are not there yet."""
    by_name = {board.name.casefold(): board for board in boards}
    records: list[Record] = []
    for one in found:
        application = one.application
        if one.board:
            board = by_name.get(one.board.casefold())
            if board is None:
                board = by_name[one.board.casefold()] = Board(name=one.board)
                records.append(board)
            application = application.model_copy(update={"board": board.id})
        records += [application, *one.stages]
    return records


def _meaning(word: str) -> tuple[Meaning | None, Outcome | None]:
    """What a word means, and how it ended; "ended rejected" is how rutkit itself writes it."""
    if not word:
        return Meaning(None), None
    plain = re.sub(r"^ended (?=.)", "", word)
    plain = re.sub(r" \d+$", "", plain)
    meaning = MEANINGS.get(plain)
    return meaning, meaning.outcome if meaning else None


def _channel_of(source: str) -> tuple[Channel | None, str]:
    """The way in, and the board's name if it was one: whatever is no other way is the name of a board."""
    word = source.casefold()
    if not word:
        return None, ""
    for channel in _CHANNELS:
        if word == channel:
            return channel, ""
    for part, channel in _SOURCES:
        if part in word:
            return channel, ""
    return "board", source


_SOURCES: tuple[tuple[str, Channel], ...] = (
    ("referr", "referral"),
    ("recruiter", "recruiter"),
    ("career page", "company site"),
    ("careers page", "company site"),
    ("company", "company site"),
    ("event", "event"),
    ("fair", "event"),
)


def _written_stages(text: str) -> list[tuple[Stage, int, date | None]]:
    """The stages as `row_of` writes them: "applied day not known; interview 2 2026-11-20"."""
    found = []
    for stage, round_, day in _STAGE.findall(text):
        try:
            known = None if day == DAY_NOT_KNOWN else date.fromisoformat(day)
            found.append((stage, int(round_ or 1), known))
        except ValueError:
            continue
    return found


_STAGE = re.compile(
    rf"({'|'.join(STAGES)})(?: (\d{{1,2}}))? (\d{{4}}-\d{{2}}-\d{{2}}|{DAY_NOT_KNOWN})(?![^;])"
)


def _named_stages(meaning: Meaning | None, row: ApplicationRow) -> list[tuple[Stage, int, date | None]]:
    """The stages that follow from how it stands, with the days that are known."""
    stage = meaning.stage if meaning else "applied" if row.sent else None
    if stage is None:
        return []
    is_over = bool(meaning and meaning.is_over)
    events: list[tuple[Stage, int, date | None]] = [
        ("applied", 1, _sent(row, is_last=stage == "applied" and not is_over))
    ]
    if stage != "applied":
        events.append((stage, 1, row.changed))
    if is_over and row.changed:
        events.append(("closed", 1, row.changed))
    return events


def _sent(row: ApplicationRow, *, is_last: bool) -> date | None:
    """The day it was sent, as well as the row tells: if sending was the last thing, its last change."""
    return row.sent or (row.changed if is_last else None) or row.saved


def _by(day: date | None, today: date) -> date | None:
    """The day, or today if it has not come yet."""
    return min(day, today) if day else None
