from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.prepare.records import Highlight, ResumeBasics, ResumeVersion, SkillEntry, WorkEntry
from rutkit.steps.prepare.resume import Master, to_document
from rutkit.steps.prepare.versions import (
    Node,
    moved,
    newest_first,
    outline,
    shown,
    shown_keys,
    toggled,
    with_all_shown,
    written,
)

OLD = WorkEntry(id="old", position="Helper", start_date="2014", end_date="2018")
NEW = WorkEntry(id="new", position="Lead", start_date="2018-03")
WASTE, TEAM = (
    Highlight(id="waste", entry="new", text="Cut waste"),
    Highlight(id="team", entry="new", text="Trained six"),
)
SQL = SkillEntry(id="sql", name="SQL")
MASTER = Master(
    ResumeBasics(name="Ada", label="Lead"),
    {"work": (OLD, NEW), "skills": (SQL,)},
    {"new": (WASTE, TEAM)},
)
EVERYTHING = ["work", "new", "waste", "team", "old", "skills", "sql"]


def nodes(*keys: str) -> tuple[Node, ...]:
    return outline(ResumeVersion(lines="\n".join(keys)), MASTER)


def keys(lines: str) -> list[str]:
    return lines.split("\n")


def test_a_new_version_shows_everything_the_newest_first() -> None:
    assert keys(written(nodes())) == EVERYTHING


def test_a_version_shows_its_lines_in_its_order() -> None:
    version = ResumeVersion(lines="skills\nsql\nwork\nnew\nteam\nwaste")
    document = to_document(shown(version, MASTER))
    assert list(document) == ["basics", "skills", "work"]
    assert document["work"] == [
        {"position": "Lead", "startDate": "2018-03", "highlights": ["Trained six", "Cut waste"]}
    ]


def test_what_was_removed_from_the_master_is_gone_from_the_version() -> None:
    assert (
        to_document(shown(ResumeVersion(lines="work\ngone\nold"), MASTER))["work"][0]["position"] == "Helper"
    )


def test_what_is_new_in_the_master_waits_to_be_chosen() -> None:
    assert [child.key for child in nodes("work", "old")[0].children if not child.is_shown] == ["new"]


def test_a_section_without_its_heading_is_not_shown() -> None:
    assert shown_keys(nodes("sql", "work", "old")) == {"work", "old"}


def test_a_version_s_own_headline_stands_in_place_of_the_master_s() -> None:
    assert to_document(shown(ResumeVersion(label="Analyst"), MASTER))["basics"] == {
        "name": "Ada",
        "label": "Analyst",
    }


def test_leaving_a_line_out_leaves_the_rest() -> None:
    assert keys(toggled(nodes(), "waste")) == [key for key in EVERYTHING if key != "waste"]


def test_a_job_that_comes_back_has_its_lines_as_before() -> None:
    without = keys(toggled(nodes("work", "new", "team"), "new"))
    assert shown_keys(nodes(*keys(toggled(nodes(*without), "new")))) == {"work", "new", "team"}


def test_showing_a_line_shows_what_it_stands_beneath() -> None:
    assert shown_keys(nodes(*keys(with_all_shown(nodes("skills"), ["waste"])))) == {
        "skills",
        "work",
        "new",
        "waste",
    }


def test_a_version_that_leaves_everything_out_is_empty() -> None:
    lines = toggled(nodes("skills"), "skills")
    assert to_document(shown(ResumeVersion(lines=lines), MASTER)) == {
        "basics": {"name": "Ada", "label": "Lead"}
    }


@pytest.mark.parametrize(
    ("key", "by", "first"),
    [
        ("skills", -1, "skills"),
        ("team", -1, "team"),
        ("old", -1, "old"),
        ("work", -1, "work"),
        ("work", 1, "skills"),
    ],
)
def test_things_change_places_with_their_neighbors(key: str, by: int, first: str) -> None:
    order = keys(moved(nodes(), key, by))
    kin = next(kin for kin in (["work", "skills"], ["new", "old"], ["waste", "team"]) if first in kin)
    assert next(each for each in order if each in kin) == first


def test_dated_entries_come_newest_first_and_what_goes_on_before_all() -> None:
    ended = WorkEntry(position="Ended", start_date="2020", end_date="2024")
    assert newest_first([OLD, ended, NEW]) == [NEW, ended, OLD]


def test_entries_without_dates_keep_their_order() -> None:
    other = SkillEntry(name="Accounting")
    assert newest_first([SQL, other]) == [SQL, other]


@given(st.lists(st.sampled_from(EVERYTHING), unique=True), st.sampled_from(EVERYTHING))
def test_toggling_twice_shows_the_same(chosen: list[str], key: str) -> None:
    before = nodes(*chosen)
    if key in shown_keys(before):
        after = nodes(*keys(toggled(nodes(*keys(toggled(before, key))), key)))
        assert shown_keys(after) == shown_keys(before)


@given(
    st.lists(st.sampled_from(EVERYTHING), unique=True), st.sampled_from(EVERYTHING), st.sampled_from([-1, 1])
)
def test_moving_hides_and_shows_nothing(chosen: list[str], key: str, by: int) -> None:
    before = nodes(*(chosen or EVERYTHING))
    assert shown_keys(nodes(*keys(moved(before, key, by)))) == shown_keys(before)
