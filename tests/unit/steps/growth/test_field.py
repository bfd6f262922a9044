from __future__ import annotations

from rutkit.steps.growth.field import by_standing, field_finding, sources_sentence
from rutkit.steps.growth.records import IndustryTrend, Standing


def trend(name: str, standing: Standing | None = None, source: str = "A talk") -> IndustryTrend:
    return IndustryTrend(name=name, standing=standing, source=source)


def test_trends_that_stand_alike_are_together_in_the_order_of_the_answers() -> None:
    groups = by_standing([trend("A", "not yet"), trend("B", "I use it"), trend("C", "not yet")])
    assert [(group.standing, group.names) for group in groups] == [
        ("I use it", ("B",)),
        ("I know it", ()),
        ("not yet", ("A", "C")),
    ]


def test_a_trend_without_a_standing_is_not_lost() -> None:
    assert by_standing([trend("A")])[-1].names == ("A",)


def test_a_trend_without_a_name_is_left_out() -> None:
    assert not any(group.names for group in by_standing([trend(" ", "I use it")]))


def test_the_finding_counts_them() -> None:
    groups = by_standing([trend("A", "not yet"), trend("B", "I use it"), trend("C", "not yet")])
    assert field_finding(groups) == "Of 3 trends in your field you use 1 and know 0; 2 not yet"


def test_without_trends_there_is_a_heading_all_the_same() -> None:
    assert field_finding(by_standing([])) == "Where you stand in your field"


def test_a_trend_without_a_source_is_asked_for_one() -> None:
    assert sources_sentence([trend("A"), trend("B", source="")]).startswith("1 trend has no source yet")
    assert sources_sentence([trend("A")]) == ""
