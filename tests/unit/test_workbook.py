from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import ClassVar, Literal

import pandas as pd
import pytest
from pydantic import Field, JsonValue

from rutkit.records import LongText, Money, Month, Record, ShortText, TagList, field_spec
from rutkit.storage.errors import (
    ConflictError,
    DuplicateRecordError,
    MissingRecordError,
    NothingToUndoError,
    UndoConflictError,
    UnreadableRecordError,
)
from rutkit.storage.migrations import Migration, released_migrations
from rutkit.storage.tables import create_table_sql
from rutkit.workbook import Workbook


class Wish(Record):
    noun: ClassVar[str] = "wish"

    text: LongText = ""
    topic: ShortText = ""


class CheckIn(Record):
    noun: ClassVar[str] = "check-in"
    one_per: ClassVar[tuple[str, ...] | None] = ("day",)

    day: date
    stressed: int | None = Field(None, ge=0, le=4)


class Profile(Record):
    noun: ClassVar[str] = "profile"
    one_per: ClassVar[tuple[str, ...] | None] = ()

    name: ShortText = ""


class Everything(Record):
    noun: ClassVar[str] = "example"

    when: datetime | None = None
    month: Month | None = None
    day: date | None = None
    cost: Money | None = None
    share: float | None = None
    hours: int = 0
    score: int | None = None
    sure: bool | None = None
    mood: Literal["good", "bad"] = "good"
    tags: TagList = ()
    uses: tuple[Literal["home", "work"], ...] = ()


EXAMPLES: tuple[type[Record], ...] = (Wish, CheckIn, Profile, Everything)
MIGRATIONS = (
    released_migrations()[0],
    Migration(2, "examples", "".join(create_table_sql(kind) for kind in EXAMPLES)),
)
DAY = date(2025, 11, 4)

OpenWorkbook = Callable[[], Workbook]


@pytest.fixture
def open_workbook(tmp_path: Path) -> Iterator[OpenWorkbook]:
    """Opens the same file again and again, as several windows do."""
    opened = []

    def open_() -> Workbook:
        workbook = Workbook(tmp_path / "me.rutkit", migrations=MIGRATIONS)
        opened.append(workbook)
        return workbook

    yield open_
    for workbook in opened:
        workbook.close()


@pytest.fixture
def workbook(open_workbook: OpenWorkbook) -> Workbook:
    return open_workbook()


class TestSaving:
    def test_an_added_record_is_there_after_reopening(
        self, workbook: Workbook, open_workbook: OpenWorkbook
    ) -> None:
        wish = workbook.add(Wish(text="Fewer meetings"))
        workbook.close()

        assert open_workbook().all(Wish) == [wish]

    def test_every_type_of_field_comes_back_as_it_went_in(self, workbook: Workbook) -> None:
        record = Everything(
            when=datetime(2025, 11, 4, 8, 30, 0, 250_000, tzinfo=UTC),
            month=date(2025, 11, 1),
            day=DAY,
            cost=Decimal("1200.50"),
            share=0.1,
            hours=38,
            score=-2,
            sure=False,
            mood="bad",
            tags=("late; “again”", "Überstunden"),
            uses=("work", "home"),
        )

        assert workbook.add(record) == record.model_copy(update={"version": 1})
        assert workbook.get(Everything, record.id) == record.model_copy(update={"version": 1})

    def test_empty_fields_stay_empty(self, workbook: Workbook) -> None:
        saved = workbook.add(Everything())

        assert (saved.when, saved.cost, saved.sure, saved.tags) == (None, None, None, ())

    def test_a_moment_elsewhere_comes_back_in_utc(self, workbook: Workbook) -> None:
        in_tokyo = datetime(2025, 11, 4, 8, 30, tzinfo=timezone(timedelta(hours=9)))

        saved = workbook.add(Everything(when=in_tokyo))

        assert saved.when == in_tokyo
        assert saved.when.utcoffset() == timedelta(0)

    def test_many_are_saved_or_none(self, workbook: Workbook) -> None:
        with pytest.raises(DuplicateRecordError):
            workbook.add_many([CheckIn(day=DAY), CheckIn(day=DAY)], label="imported")

        assert workbook.count(CheckIn) == 0

    def test_each_save_raises_the_version(self, workbook: Workbook) -> None:
        wish = workbook.add(Wish())

        assert wish.version == 1
        assert workbook.update(wish.model_copy(update={"text": "Rest"})).version == 2

    def test_saving_what_is_saved_already_changes_nothing(self, workbook: Workbook) -> None:
        wish = workbook.add(Wish(text="Rest"))
        before = workbook.last_change()

        assert workbook.update(wish) == wish
        assert workbook.last_change() == before

    def test_a_change_of_what_another_window_changed_keeps_both(
        self, workbook: Workbook, open_workbook: OpenWorkbook
    ) -> None:
        wish = workbook.add(Wish(text="Rest"))
        theirs = open_workbook().update(wish.model_copy(update={"text": "More rest"}))
        mine = wish.model_copy(update={"text": "Less work"})

        with pytest.raises(ConflictError) as conflict:
            workbook.update(mine)

        assert (conflict.value.mine, conflict.value.theirs) == (mine, theirs)
        assert workbook.all(Wish) == [theirs]

    def test_changing_what_is_gone_says_so(self, workbook: Workbook) -> None:
        wish = workbook.add(Wish())
        workbook.remove(wish)

        with pytest.raises(MissingRecordError, match="wish was removed"):
            workbook.update(wish.model_copy(update={"text": "Rest"}))

    def test_removing_what_another_window_changed_keeps_it(
        self, workbook: Workbook, open_workbook: OpenWorkbook
    ) -> None:
        wish = workbook.add(Wish())
        theirs = open_workbook().update(wish.model_copy(update={"text": "More rest"}))

        with pytest.raises(ConflictError):
            workbook.remove(wish)

        assert workbook.all(Wish) == [theirs]

    def test_removing_twice_is_no_error(self, workbook: Workbook) -> None:
        wish = workbook.add(Wish())
        workbook.remove(wish)

        workbook.remove(wish)

        assert workbook.count(Wish) == 0


class TestOneOfEach:
    def test_a_second_record_of_one_day_is_refused_in_words(self, workbook: Workbook) -> None:
        workbook.add(CheckIn(day=DAY))

        with pytest.raises(DuplicateRecordError, match="already a check-in"):
            workbook.add(CheckIn(day=DAY))

    def test_moving_a_record_to_a_taken_day_is_refused(self, workbook: Workbook) -> None:
        workbook.add(CheckIn(day=DAY))
        other = workbook.add(CheckIn(day=DAY + timedelta(days=1)))

        with pytest.raises(DuplicateRecordError):
            workbook.update(other.model_copy(update={"day": DAY}))

    def test_there_is_one_record_of_a_type_that_allows_one(self, workbook: Workbook) -> None:
        workbook.add(Profile(name="Ana"))

        with pytest.raises(DuplicateRecordError):
            workbook.add(Profile(name="Ben"))
        profile = workbook.only(Profile)
        assert profile is not None
        assert profile.name == "Ana"

    def test_putting_writes_over_the_one_of_that_day(self, workbook: Workbook) -> None:
        first = workbook.put(CheckIn(day=DAY, stressed=1))

        second = workbook.put(CheckIn(day=DAY, stressed=3))

        assert (second.id, second.version) == (first.id, 2)
        assert workbook.all(CheckIn) == [second]

    def test_putting_what_is_there_already_changes_nothing(self, workbook: Workbook) -> None:
        first = workbook.put(CheckIn(day=DAY, stressed=1))

        assert workbook.put(CheckIn(day=DAY, stressed=1)) == first

    def test_putting_a_record_that_was_read_conflicts_like_any_other(self, workbook: Workbook) -> None:
        read = workbook.put(CheckIn(day=DAY, stressed=1))
        workbook.put(CheckIn(day=DAY, stressed=2))

        with pytest.raises(ConflictError):
            workbook.put(read.model_copy(update={"stressed": 3}))


class TestReading:
    def test_records_come_in_the_order_of_a_field_with_empty_ones_last(self, workbook: Workbook) -> None:
        for cost in (Decimal(100), None, Decimal(9), Decimal("20.5")):
            workbook.add(Everything(cost=cost))

        up = [record.cost for record in workbook.all(Everything, order_by="cost")]
        down = [record.cost for record in workbook.all(Everything, order_by="cost", descending=True)]

        assert up == [Decimal(9), Decimal("20.5"), Decimal(100), None]
        assert down == [Decimal(100), Decimal("20.5"), Decimal(9), None]

    def test_records_of_the_same_second_come_in_the_order_they_were_saved(self, workbook: Workbook) -> None:
        workbook.add_many([Wish(text=text) for text in "cab"], label="several")

        assert [wish.text for wish in workbook.all(Wish)] == list("cab")

    def test_an_unknown_field_to_sort_by_is_an_error(self, workbook: Workbook) -> None:
        with pytest.raises(ValueError, match="no field 'colour'"):
            workbook.all(Wish, order_by="colour")

    def test_a_record_is_found_by_its_values(self, workbook: Workbook) -> None:
        saved = workbook.add(CheckIn(day=DAY, stressed=None))

        assert workbook.find(CheckIn, day=DAY, stressed=None) == saved
        assert workbook.find(CheckIn, day=DAY, stressed=0) is None

    def test_a_page_holds_its_part_and_the_total(self, workbook: Workbook) -> None:
        workbook.add_many([Wish(text=f"{number:02}") for number in range(30)], label="several")

        page = workbook.page(Wish, order_by="text", descending=True, offset=10, limit=3)

        assert [wish.text for wish in page.records] == ["19", "18", "17"]
        assert page.total == 30

    def test_a_page_and_a_count_may_be_of_those_with_certain_values(self, workbook: Workbook) -> None:
        wishes = [Wish(topic=topic, text=text) for topic in ("tea", "rest") for text in ("much", "more")]
        workbook.add_many(wishes, label="several")

        page = workbook.page(Wish, topic="tea", search="more")

        assert [(wish.topic, wish.text) for wish in page.records] == [("tea", "more")]
        assert page.total == 1
        assert workbook.count(Wish, topic="tea") == 2

    @pytest.mark.parametrize("search", ["ÜBER", "über", "Stunden"])
    def test_a_search_looks_for_words_in_upper_and_lower_case(self, workbook: Workbook, search: str) -> None:
        workbook.add_many([Wish(topic="Überstunden"), Wish(text="Rest")], label="several")

        page = workbook.page(Wish, search=search)

        assert [wish.topic for wish in page.records] == ["Überstunden"]
        assert page.total == 1

    @pytest.mark.parametrize("search", ["%", "_", "\\"])
    def test_a_search_takes_special_signs_as_they_are(self, workbook: Workbook, search: str) -> None:
        workbook.add_many([Wish(text=f"10 {search}"), Wish(text="10")], label="several")

        assert workbook.page(Wish, search=search).total == 1

    def test_a_search_looks_at_tags(self, workbook: Workbook) -> None:
        workbook.add_many([Everything(tags=("late",)), Everything()], label="several")

        assert workbook.page(Everything, search="LATE").total == 1

    def test_what_was_spoiled_by_hand_is_said_in_words(self, workbook: Workbook) -> None:
        workbook.add(CheckIn(day=DAY))
        workbook._connection.execute("UPDATE check_in SET day = 'yesterday'")

        with pytest.raises(UnreadableRecordError, match="One check-in in your workbook cannot be read"):
            workbook.all(CheckIn)


class TestReplacing:
    def test_what_comes_keeps_its_id_its_times_and_its_version(self, workbook: Workbook) -> None:
        long_ago = datetime(2020, 1, 1, tzinfo=UTC)
        wish = Wish(id="w" * 32, created_at=long_ago, updated_at=long_ago, version=7, text="Rest")

        workbook.replace_many([], [wish], label="brought in a wish")

        assert workbook.all(Wish) == [wish]

    def test_it_is_one_change_that_is_undone_as_one(self, workbook: Workbook) -> None:
        gone, changed = workbook.add(Wish(text="Rest")), workbook.add(Wish(text="Quiet"))
        come = changed.model_copy(update={"text": "Silence", "version": 2})

        workbook.replace_many([gone, changed], [come, Wish(text="Light", version=1)], label="brought in 2")

        assert {wish.text for wish in workbook.all(Wish)} == {"Silence", "Light"}
        assert workbook.undo().label == "brought in 2"
        assert {wish.text for wish in workbook.all(Wish)} == {"Rest", "Quiet"}

    def test_two_may_change_places(self, workbook: Workbook) -> None:
        monday, tuesday = workbook.add(CheckIn(day=DAY)), workbook.add(CheckIn(day=DAY + timedelta(days=1)))
        swapped = [
            monday.model_copy(update={"day": tuesday.day, "version": 2}),
            tuesday.model_copy(update={"day": monday.day, "version": 2}),
        ]

        workbook.replace_many([monday, tuesday], swapped, label="swapped")
        assert {each.id: each.day for each in workbook.all(CheckIn)} == {
            each.id: each.day for each in swapped
        }

        workbook.undo()
        assert {each.day for each in workbook.all(CheckIn)} == {monday.day, tuesday.day}

    def test_nothing_is_saved_if_one_cannot_be(self, workbook: Workbook) -> None:
        workbook.add(CheckIn(day=DAY))

        with pytest.raises(DuplicateRecordError):
            workbook.replace_many(
                [], [Wish(text="Rest", version=1), CheckIn(day=DAY, version=1)], label="both"
            )

        assert workbook.count(Wish) == 0

    def test_a_window_that_shows_what_was_there_does_not_overwrite_what_came(
        self, workbook: Workbook
    ) -> None:
        seen = workbook.add(Wish(text="Rest"))
        workbook.replace_many([seen], [seen.model_copy(update={"text": "Sleep", "version": 2})], label="came")

        with pytest.raises(ConflictError):
            workbook.update(seen.model_copy(update={"text": "Res"}))


class TestFrame:
    TYPES: ClassVar[dict[str, str]] = {
        "id": "string",
        "created_at": "datetime64[ns, UTC]",
        "updated_at": "datetime64[ns, UTC]",
        "version": "int64",
        "when": "datetime64[ns, UTC]",
        "month": "datetime64[ns]",
        "day": "datetime64[ns]",
        "cost": "float64",
        "share": "float64",
        "hours": "int64",
        "score": "Int64",
        "sure": "boolean",
        "mood": "category",
        "tags": "object",
        "uses": "object",
    }

    def test_an_empty_frame_has_all_columns_and_their_types(self, workbook: Workbook) -> None:
        assert workbook.frame(Everything).dtypes.map(str).to_dict() == self.TYPES

    def test_a_frame_of_empty_fields_has_the_same_types(self, workbook: Workbook) -> None:
        workbook.add(Everything())

        assert workbook.frame(Everything).dtypes.map(str).to_dict() == self.TYPES

    def test_choices_sort_in_the_order_of_the_form(self, workbook: Workbook) -> None:
        mood = workbook.frame(Everything)["mood"].dtype

        assert isinstance(mood, pd.CategoricalDtype)
        assert mood.ordered
        assert list(mood.categories) == list(field_spec(Everything, "mood").choices)

    def test_a_frame_holds_the_values_oldest_first(self, workbook: Workbook) -> None:
        first = Everything(
            created_at=datetime(2025, 1, 1, tzinfo=UTC),
            when=datetime(2025, 1, 1, 9, tzinfo=UTC),
            day=DAY,
            cost=Decimal("9.50"),
            score=3,
            sure=True,
            tags=("late",),
        )
        workbook.add(Everything(created_at=datetime(2025, 1, 2, tzinfo=UTC)))
        workbook.add(first)

        frame = workbook.frame(Everything)

        assert frame["id"].iloc[0] == first.id
        row = frame.iloc[0]
        assert row["when"] == pd.Timestamp("2025-01-01 09:00", tz="UTC")
        assert row["day"] == pd.Timestamp(DAY)
        assert (row["cost"], row["score"], row["sure"], row["tags"]) == (9.5, 3, True, ("late",))
        assert frame["score"].isna().tolist() == [False, True]


class TestUndo:
    def test_undoing_an_addition_takes_it_away(self, workbook: Workbook) -> None:
        workbook.add(Wish())

        assert workbook.undo().label == "added a wish"
        assert workbook.count(Wish) == 0

    def test_undoing_a_removal_brings_it_back(self, workbook: Workbook) -> None:
        wish = workbook.add(Wish(text="Rest"))
        workbook.remove(wish)

        workbook.undo()

        assert [kept.text for kept in workbook.all(Wish)] == ["Rest"]

    def test_changes_are_undone_one_by_one_to_the_first(self, workbook: Workbook) -> None:
        wish = workbook.add(Wish(text="one"))
        wish = workbook.update(wish.model_copy(update={"text": "two"}), label="first")
        workbook.update(wish.model_copy(update={"text": "three"}), label="second")

        texts = []
        for _ in range(3):
            workbook.undo()
            texts += [[kept.text for kept in workbook.all(Wish)]]

        assert texts == [["two"], ["one"], []]

    def test_what_is_kept_for_good_cannot_be_taken_back(self, workbook: Workbook) -> None:
        workbook.add(Wish(text="Rest"))
        workbook.keep_for_good()
        with pytest.raises(NothingToUndoError):
            workbook.undo()
        assert workbook.count(Wish) == 1

    def test_nothing_to_undo_is_said_in_words(self, workbook: Workbook) -> None:
        with pytest.raises(NothingToUndoError, match="nothing left to undo"):
            workbook.undo()

    def test_undo_works_after_reopening(self, workbook: Workbook, open_workbook: OpenWorkbook) -> None:
        workbook.remove(workbook.add(Wish(text="Rest")))
        workbook.close()
        again = open_workbook()

        again.undo()

        assert again.count(Wish) == 1

    def test_typing_into_one_record_is_one_undo(self, workbook: Workbook) -> None:
        wish = workbook.add(Wish(text="One"))
        for text in ("One w", "One wi", "One wish"):
            wish = workbook.update(wish.model_copy(update={"text": text}))

        workbook.undo()

        assert [kept.text for kept in workbook.all(Wish)] == ["One"]

    def test_typing_after_a_pause_is_another_undo(
        self, workbook: Workbook, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        wish = workbook.update(workbook.add(Wish(text="a")).model_copy(update={"text": "ab"}))
        later = datetime.now(UTC) + timedelta(seconds=61)
        monkeypatch.setattr("rutkit.storage.history.now", lambda: later)
        workbook.update(wish.model_copy(update={"text": "abc"}))

        workbook.undo()

        assert [kept.text for kept in workbook.all(Wish)] == ["ab"]

    def test_typing_that_another_window_interrupts_is_another_undo(
        self, workbook: Workbook, open_workbook: OpenWorkbook
    ) -> None:
        wish = workbook.update(workbook.add(Wish(text="a")).model_copy(update={"text": "ab"}))
        open_workbook().add(Profile())
        workbook.update(wish.model_copy(update={"text": "abc"}))

        workbook.undo()

        assert [kept.text for kept in workbook.all(Wish)] == ["ab"]

    def test_a_window_that_shows_what_was_undone_meets_a_conflict(self, workbook: Workbook) -> None:
        wish = workbook.add(Wish(text="a"))
        shown = workbook.update(wish.model_copy(update={"text": "ab"}))
        workbook.undo()

        for stale in (wish, shown):
            with pytest.raises(ConflictError):
                workbook.update(stale.model_copy(update={"text": "abc"}))

    def test_a_removed_record_comes_back_with_a_version_of_its_own(self, workbook: Workbook) -> None:
        wish = workbook.add(Wish())
        workbook.remove(wish)
        workbook.undo()

        kept = workbook.get(Wish, wish.id)

        assert kept is not None
        assert kept.version > wish.version

    def test_an_older_change_can_be_taken_back_by_itself(self, workbook: Workbook) -> None:
        workbook.remove(workbook.add(Wish(text="Rest")))
        removal = workbook.last_change()
        workbook.add(Profile())

        workbook.undo(removal)

        assert (workbook.count(Wish), workbook.count(Profile)) == (1, 1)

    def test_a_change_is_taken_back_once(self, workbook: Workbook) -> None:
        workbook.add(Wish())
        change = workbook.undo()

        with pytest.raises(NothingToUndoError):
            workbook.undo(change)

    def test_undo_refuses_to_overwrite_a_newer_change(self, workbook: Workbook) -> None:
        wish = workbook.update(workbook.add(Wish(text="a")).model_copy(update={"text": "b"}), label="first")
        change = workbook.last_change()
        newest = workbook.update(wish.model_copy(update={"text": "c"}), label="second")

        with pytest.raises(UndoConflictError, match="changed again since"):
            workbook.undo(change)

        assert workbook.all(Wish) == [newest]

    def test_undo_refuses_what_would_make_two_of_one_day(self, workbook: Workbook) -> None:
        workbook.remove(workbook.add(CheckIn(day=DAY)))
        removal = workbook.last_change()
        newer = workbook.add(CheckIn(day=DAY))

        with pytest.raises(UndoConflictError):
            workbook.undo(removal)

        assert workbook.all(CheckIn) == [newer]

    def test_a_batch_is_one_undo(self, workbook: Workbook) -> None:
        with workbook.batch("planned the week"):
            workbook.add(Wish())
            workbook.put(CheckIn(day=DAY))

        assert workbook.undo().label == "planned the week"
        assert (workbook.count(Wish), workbook.count(CheckIn)) == (0, 0)

    def test_a_batch_that_fails_leaves_nothing(self, workbook: Workbook) -> None:
        workbook.add(CheckIn(day=DAY))
        before = workbook.last_change()

        with pytest.raises(DuplicateRecordError), workbook.batch("planned the week"):
            workbook.add_many([Wish(), CheckIn(day=DAY)], label="of the batch")

        assert workbook.count(Wish) == 0
        assert workbook.last_change() == before

    def test_a_part_of_a_batch_that_fails_leaves_nothing_either(self, workbook: Workbook) -> None:
        with workbook.batch("planned the week"):
            workbook.add(Wish())
            with pytest.raises(DuplicateRecordError):
                workbook.add_many([CheckIn(day=DAY), CheckIn(day=DAY)], label="of the batch")

        assert (workbook.count(Wish), workbook.count(CheckIn)) == (1, 0)

    def test_a_workbook_works_on_after_a_batch_that_failed(self, workbook: Workbook) -> None:
        with pytest.raises(RuntimeError), workbook.batch("planned the week"):
            raise RuntimeError

        assert workbook.add(Wish()).version == 1

    def test_the_history_does_not_grow_without_end(
        self, workbook: Workbook, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("rutkit.storage.history._KEPT_CHANGES", 5)
        monkeypatch.setattr("rutkit.storage.history._PRUNE_EVERY", 1)
        for _ in range(9):
            workbook.add(Wish())

        undone = 0
        while workbook.last_change():
            workbook.undo()
            undone += 1

        assert undone == 5

    def test_the_newest_change_can_be_undone_however_large(
        self, workbook: Workbook, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("rutkit.storage.history._KEPT_BYTES", 10)
        monkeypatch.setattr("rutkit.storage.history._PRUNE_EVERY", 1)
        workbook.add(Wish(text="first"))
        workbook.add(Wish(text="second"))

        workbook.undo()

        assert [kept.text for kept in workbook.all(Wish)] == ["first"]
        assert workbook.last_change() is None


class TestWatching:
    def test_a_watcher_hears_which_tables_changed(self, workbook: Workbook) -> None:
        heard: list[frozenset[str]] = []
        workbook.watch(heard.append)

        wish = workbook.add(Wish())
        workbook.remove(wish)
        workbook.undo()

        assert heard == [{"wish"}, {"wish"}, {"wish"}]

    def test_a_batch_is_one_event(self, workbook: Workbook) -> None:
        heard: list[frozenset[str]] = []
        workbook.watch(heard.append)

        with workbook.batch("planned the week"):
            workbook.add(Wish())
            workbook.add(CheckIn(day=DAY))

        assert heard == [{"wish", "check_in"}]

    def test_an_unwatcher_ends_it(self, workbook: Workbook) -> None:
        heard: list[frozenset[str]] = []
        unwatch = workbook.watch(heard.append)

        unwatch()
        unwatch()
        workbook.add(Wish())

        assert heard == []

    def test_a_watcher_that_fails_stops_neither_the_save_nor_the_others(
        self, workbook: Workbook, caplog: pytest.LogCaptureFixture
    ) -> None:
        heard: list[frozenset[str]] = []

        def fail(_: frozenset[str]) -> None:
            raise RuntimeError("broken")

        workbook.watch(fail)
        workbook.watch(heard.append)

        with caplog.at_level(logging.CRITICAL, logger="rutkit.workbook"):
            workbook.add(Wish())

        assert heard == [{"wish"}]
        assert workbook.count(Wish) == 1

    def test_a_watcher_may_change_the_workbook(self, workbook: Workbook) -> None:
        def answer(tables: frozenset[str]) -> None:
            if "wish" in tables:
                workbook.put(CheckIn(day=DAY))

        workbook.watch(answer)

        workbook.add(Wish())

        assert workbook.count(CheckIn) == 1

    def test_polling_tells_of_another_window_once(
        self, workbook: Workbook, open_workbook: OpenWorkbook
    ) -> None:
        heard: list[frozenset[str]] = []
        workbook.watch(heard.append)
        open_workbook().add(Wish())

        workbook.poll()
        workbook.poll()

        assert heard == [{"wish"}]

    def test_polling_tells_of_an_undo_in_another_window(
        self, workbook: Workbook, open_workbook: OpenWorkbook
    ) -> None:
        workbook.add(Wish())
        heard: list[frozenset[str]] = []
        workbook.watch(heard.append)
        open_workbook().undo()

        workbook.poll()

        assert heard == [{"wish"}]

    def test_polling_tells_of_every_letter_typed_in_another_window(
        self, workbook: Workbook, open_workbook: OpenWorkbook
    ) -> None:
        wish = workbook.add(Wish())
        other = open_workbook()
        heard: list[frozenset[str]] = []
        workbook.watch(heard.append)

        for text in ("a", "ab", "abc"):
            wish = other.update(wish.model_copy(update={"text": text}))
            workbook.poll()

        assert heard == [{"wish"}] * 3

    def test_a_change_here_also_tells_what_changed_elsewhere(
        self, workbook: Workbook, open_workbook: OpenWorkbook
    ) -> None:
        heard: list[frozenset[str]] = []
        workbook.watch(heard.append)
        open_workbook().add(Profile())

        workbook.add(Wish())
        workbook.poll()

        assert heard == [{"wish", "profile"}]

    def test_a_draft_is_no_event(self, workbook: Workbook, open_workbook: OpenWorkbook) -> None:
        heard: list[frozenset[str]] = []
        workbook.watch(heard.append)

        workbook.save_draft("wish", "new", {"text": "a"})
        open_workbook().save_draft("wish", "new", {"text": "b"})
        workbook.poll()

        assert heard == []


class TestDrafts:
    def test_a_draft_is_there_after_reopening(self, workbook: Workbook, open_workbook: OpenWorkbook) -> None:
        values: dict[str, JsonValue] = {
            "text": "half a senten",
            "hours": "abc",
            "tags": ["late"],
            "lone": "\ud800",
        }
        workbook.save_draft("wish", "new", values, version=3)
        workbook.close()

        draft = open_workbook().draft("wish", "new")

        assert draft is not None
        assert (draft.values, draft.version) == (values, 3)

    def test_the_newest_draft_counts(self, workbook: Workbook) -> None:
        workbook.save_draft("wish", "new", {"text": "a"})
        workbook.save_draft("wish", "new", {"text": "ab"})

        draft = workbook.draft("wish", "new")

        assert draft is not None
        assert draft.values == {"text": "ab"}

    def test_each_record_has_a_draft_of_its_own(self, workbook: Workbook) -> None:
        workbook.save_draft("wish", "one", {"text": "a"})

        assert workbook.draft("wish", "two") is None
        assert workbook.draft("check_in", "one") is None

    def test_a_discarded_draft_is_gone(self, workbook: Workbook) -> None:
        workbook.save_draft("wish", "new", {"text": "a"})

        workbook.discard_draft("wish", "new")

        assert workbook.draft("wish", "new") is None

    def test_undo_leaves_drafts_alone(self, workbook: Workbook) -> None:
        workbook.add(Wish())
        workbook.save_draft("wish", "new", {"text": "a"})

        workbook.undo()

        assert workbook.draft("wish", "new") is not None


class TestTemporary:
    def test_a_temporary_workbook_leaves_nothing(self) -> None:
        with Workbook.temporary() as workbook:
            folder = workbook.path.parent
            assert folder.exists()

        assert not folder.exists()

    def test_two_temporary_workbooks_have_nothing_in_common(self) -> None:
        with Workbook.temporary() as one, Workbook.temporary() as two:
            one.save_draft("wish", "new", {"text": "a"})

            assert two.draft("wish", "new") is None

    def test_a_temporary_workbook_keeps_no_backups(self) -> None:
        with Workbook.temporary() as workbook:
            assert workbook.back_up() is None


def test_the_days_that_a_field_names_come_oldest_first(workbook: Workbook) -> None:
    at = datetime(2026, 3, 2, 12, tzinfo=UTC)
    workbook.add_many(
        [Everything(when=at), Everything(), Everything(when=at - timedelta(days=2))], label="three"
    )

    assert workbook.days(Everything, "when") == [date(2026, 2, 28), date(2026, 3, 2)]


def test_days_may_be_asked_of_some_records_only(workbook: Workbook) -> None:
    workbook.add_many([CheckIn(day=date(2026, 3, 2), stressed=1), CheckIn(day=date(2026, 3, 3))], label="two")

    assert workbook.days(CheckIn, "day", stressed=1) == [date(2026, 3, 2)]


def test_several_notes_are_one_change_that_undo_leaves_alone(workbook: Workbook) -> None:
    before = workbook.last_change()
    with workbook.noting("looked around"):
        workbook.add(CheckIn(day=date(2026, 3, 2), stressed=1))
        workbook.add(CheckIn(day=date(2026, 3, 3), stressed=2))

    assert workbook.count(CheckIn) == 2
    assert workbook.last_change() == before


def test_what_the_workbook_notes_is_kept_once_and_is_no_change_to_undo(workbook: Workbook) -> None:
    before = workbook.last_change()
    workbook.note(CheckIn(day=date(2026, 3, 2), stressed=1))
    workbook.note(CheckIn(day=date(2026, 3, 2), stressed=4))

    assert [each.stressed for each in workbook.all(CheckIn)] == [1]
    assert workbook.last_change() == before
