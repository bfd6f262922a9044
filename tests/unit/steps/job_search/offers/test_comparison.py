from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.job_search.offers.comparison import MOST_WEIGHT, Comparison, compare
from rutkit.steps.job_search.records import Criterion, Option, Rating

STAY, HARBOR, QUAY = (Option(id=name, name=name) for name in ("Stay", "Harbor", "Quay"))


def compared(weights: dict[str, int], ratings: dict[Option, tuple[int | None, ...]]) -> Comparison:
    criteria = [Criterion(id=name, name=name, weight=weight) for name, weight in weights.items()]
    rated = [
        Rating(option=option.id, criterion=criterion.id, score=score)
        for option, scores in ratings.items()
        for criterion, score in zip(criteria, scores, strict=True)
    ]
    return compare(ratings, criteria, rated)


def test_a_total_is_the_mean_of_the_ratings_by_weight() -> None:
    found = compared({"pay": 6, "people": 2}, {STAY: (4, 8)})
    assert found.totals[0].total == Fraction(6 * 4 + 2 * 8, 8)


def test_the_parts_make_up_the_total() -> None:
    total = compared({"pay": 7, "people": 5, "way there": 3}, {STAY: (4, 8, 1)}).totals[0]
    assert sum(part for _, _, part in total.parts) == total.total


def test_the_best_stands_first() -> None:
    found = compared({"pay": 1}, {STAY: (4,), HARBOR: (9,), QUAY: (6,)})
    assert [each.option.name for each in found.totals] == ["Harbor", "Quay", "Stay"]


def test_an_option_that_is_not_rated_throughout_is_left_out_and_named() -> None:
    found = compared({"pay": 1, "people": 1}, {STAY: (4, 5), HARBOR: (9, None)})
    assert [each.option for each in found.totals] == [STAY]
    assert found.not_enough == "Rate Harbor by people."


def test_a_criterion_without_a_weight_needs_no_rating() -> None:
    assert compared({"pay": 1, "people": 0}, {STAY: (4, 5), HARBOR: (9, None)}).not_enough == ""


def test_one_option_is_nothing_to_compare() -> None:
    assert compared({"pay": 1}, {STAY: (4,)}).not_enough.startswith("Name at least two options")


def test_without_any_weight_there_is_nothing_to_compare() -> None:
    assert compared({"pay": 0}, {STAY: (4,), HARBOR: (5,)}).totals == ()


def test_the_weight_at_which_two_are_level_is_exact() -> None:
    # Harbor leads by 3 · 6 − 2 · 4 = 10; pay would have to fall by 10/6.
    found = compared({"pay": 3, "people": 2}, {HARBOR: (9, 3), STAY: (3, 7)})
    pay, people = found.ranges
    assert pay.low == Fraction(3) - Fraction(10, 6)
    assert people.high == Fraction(2) + Fraction(10, 4)
    assert pay.label == "from 1.3 to 10; below, Stay overtakes Harbor"
    assert people.label == "from 0 to 4.5; above, Stay overtakes Harbor"


def test_an_option_that_is_better_by_everything_stays_first_whatever_one_weight_is() -> None:
    found = compared({"pay": 3, "people": 2}, {HARBOR: (9, 8), STAY: (3, 7)})
    assert found.finding == "Harbor comes first, whatever one weight is changed to"
    assert found.ranges[0].label == "whatever its weight from 0 to 10"


def test_the_finding_names_the_weights_on_which_the_first_place_depends() -> None:
    found = compared({"pay": 3, "people": 2}, {HARBOR: (9, 3), STAY: (3, 7)})
    assert found.finding == "Harbor comes first; it depends on the weight of pay and people"


def test_a_change_behind_the_first_does_not_touch_the_first_place() -> None:
    found = compared({"pay": 3, "people": 3}, {HARBOR: (10, 10), STAY: (3, 7), QUAY: (8, 3)})
    assert found.ranges[0].down is not None
    assert found.first_place[0].down is None
    assert found.finding == "Harbor comes first, whatever one weight is changed to"


def test_two_that_are_level_are_said_to_be() -> None:
    found = compared({"pay": 1, "people": 1}, {HARBOR: (6, 4), STAY: (4, 6)})
    assert found.finding == "Harbor and Stay are level"
    assert found.first_place == ()


def test_a_criterion_without_a_weight_may_gain_one() -> None:
    found = compared({"pay": 2, "people": 0}, {HARBOR: (9, 3), STAY: (3, 7)})
    assert found.ranges[1].high == Fraction(12, 4)


SCORES = st.integers(0, 10)


@given(
    st.lists(st.integers(1, 10), min_size=3, max_size=3),
    st.lists(st.tuples(SCORES, SCORES, SCORES), min_size=3, max_size=3),
)
def test_the_order_holds_within_the_range_and_changes_beyond_it(
    weights: list[int], scores: list[tuple[int, int, int]]
) -> None:
    names = ("pay", "people", "way there")
    found = compared(
        dict(zip(names, weights, strict=True)), dict(zip((STAY, HARBOR, QUAY), scores, strict=True))
    )
    by_option = dict(zip(("Stay", "Harbor", "Quay"), scores, strict=True))

    def sums(place: int, weight: Fraction) -> list[Fraction]:
        """The weighted sums in today’s order, with another weight for one criterion."""
        moved: list[Fraction] = [Fraction(each) for each in weights]
        moved[place] = weight
        return [
            sum(
                (each * score for each, score in zip(moved, by_option[total.option.name], strict=True)),
                Fraction(0),
            )
            for total in found.totals
        ]

    for place, each in enumerate(found.ranges):
        within = (each.low + each.high) / 2
        for weight in (each.low, within, each.high):
            assert sums(place, weight) == sorted(sums(place, weight), reverse=True)
        for change, step in ((each.down, Fraction(-1, 1_000)), (each.up, Fraction(1, 1_000))):
            if change:
                assert 0 <= change.at <= MOST_WEIGHT
                beyond = sums(place, change.at + step)
                assert beyond != sorted(beyond, reverse=True)
