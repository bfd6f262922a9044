from __future__ import annotations

from collections.abc import Callable

from rutkit.steps.market.evidence import evidence
from rutkit.steps.market.extract.reading import Requirement
from rutkit.steps.market.market import Market
from rutkit.steps.market.records import Posting

MakePosting = Callable[..., Posting]
MakeMarket = Callable[..., Market]


def test_every_number_has_its_sentence_with_the_place_in_it(
    make_posting: MakePosting, make_market: MakeMarket
) -> None:
    posting = make_posting("SQL", preferred=("R",))
    (found,) = evidence(make_market(posting), "R")
    assert (found.posting, found.sentence, found.requirement) == (
        posting,
        "You know R.",
        Requirement.PREFERRED,
    )
    assert found.sentence[found.start : found.end] == "R"


def test_there_are_as_many_postings_behind_a_number_as_it_says(
    make_posting: MakePosting, make_market: MakeMarket
) -> None:
    market = make_market(
        make_posting("SQL", id="a"), make_posting("SQL", repeats="a"), make_posting("SQL"), make_posting("R")
    )
    assert len({found.posting.id for found in evidence(market, "SQL")}) == 2


def test_a_skill_that_nobody_asks_for_has_no_evidence(
    make_posting: MakePosting, make_market: MakeMarket
) -> None:
    assert list(evidence(make_market(make_posting("SQL")), "R")) == []
