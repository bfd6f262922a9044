from __future__ import annotations

from collections.abc import Callable

import pytest

from rutkit.steps.market.extract.reading import Kind, Requirement
from rutkit.steps.market.market import Market, ReadPosting
from rutkit.steps.market.readings import Gist
from rutkit.steps.market.records import Posting
from rutkit.steps.prepare.competencies import asked_for

MakeMarket = Callable[..., Market]


@pytest.fixture
def market() -> MakeMarket:
    """A market of postings that each ask for some skills: `market(["Leadership"], [], …)`."""

    def make(*asked: list[str], kind: Kind = Kind.SOFT) -> Market:
        read = tuple(
            ReadPosting(Posting(), dict.fromkeys(names, Requirement.UNSTATED), Gist()) for names in asked
        )
        return Market(read, read, {name: kind for names in asked for name in names})

    return make


def test_a_competency_is_a_share_of_all_postings(market: MakeMarket) -> None:
    (found,) = asked_for([market(["Leadership"], ["Leadership"], [], [], [])]).competencies
    assert (found.name, found.asked, found.n) == ("Leadership", 2, 5)
    assert found.in_words == "40 % (12–77 %)".replace(" %", "\u00a0%")


def test_what_is_asked_for_most_comes_first(market: MakeMarket) -> None:
    postings = [["Leadership", "Coaching"]] * 2 + [["Coaching"]] + [[]] * 4
    assert [one.name for one in asked_for([market(*postings)]).competencies] == ["Coaching", "Leadership"]


def test_the_postings_of_all_roles_are_counted_together(market: MakeMarket) -> None:
    found = asked_for([market(*[["Leadership"]] * 3), market(*[["Leadership"]] * 3)])
    assert (found.n, found.roles, found.competencies[0].asked) == (6, 2, 6)


def test_tools_are_no_competencies(market: MakeMarket) -> None:
    assert asked_for([market(*[["Zendesk"]] * 6, kind=Kind.TOOL)]).competencies == ()


def test_methods_are(market: MakeMarket) -> None:
    assert asked_for([market(*[["Coaching"]] * 6, kind=Kind.METHOD)]).competencies


def test_what_one_posting_asks_for_is_left_out(market: MakeMarket) -> None:
    assert asked_for([market(["Leadership"], *[[]] * 6)]).competencies == ()


def test_nothing_is_concluded_from_four_postings(market: MakeMarket) -> None:
    found = asked_for([market(*[["Leadership"]] * 4)])
    assert found.competencies == ()
    assert found.missing == "Not enough yet: 4 of 5 postings read. Step 5 reads them."


def test_without_postings_it_says_what_to_do() -> None:
    assert asked_for([]).missing == "Not enough yet: 0 of 5 postings read. Step 5 reads them."


def test_what_the_shares_are_of_is_said(market: MakeMarket) -> None:
    assert asked_for([market(*[["Coaching"]] * 6)]).in_words == "n = 6 postings for 1 target role"
