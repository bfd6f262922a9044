from __future__ import annotations

from collections.abc import Callable

from rutkit.steps.market.extract.reading import Requirement
from rutkit.steps.market.market import Market, MarketReader, mentions
from rutkit.steps.market.records import Posting, SkillChoice

MakePosting = Callable[..., Posting]
MakeMarket = Callable[..., Market]


def test_a_posting_and_what_repeats_it_are_one(make_posting: MakePosting, make_market: MakeMarket) -> None:
    first = make_posting("SQL", id="a")
    market = make_market(make_posting("SQL", repeats="a"), first, make_posting("Python"))
    assert len(market.read) == 3
    assert [one.posting for one in market.distinct if "SQL" in one.asked] == [first]


def test_repeats_of_a_posting_that_was_removed_are_still_one(
    make_posting: MakePosting, make_market: MakeMarket
) -> None:
    assert make_market(make_posting("SQL", repeats="gone"), make_posting("SQL", repeats="gone")).n == 1


def test_of_several_mentions_the_strongest_demand_counts(
    make_posting: MakePosting, make_market: MakeMarket
) -> None:
    market = make_market(make_posting("SQL", preferred=("SQL", "R")))
    assert market.distinct[0].asked == {"SQL": Requirement.REQUIRED, "R": Requirement.PREFERRED}


def test_postings_that_nobody_has_read_yet_are_counted_apart(
    make_posting: MakePosting, make_market: MakeMarket
) -> None:
    market = make_market(Posting(text="You know SQL."), make_posting("SQL"))
    assert (market.n, market.unread) == (1, 1)


def test_choices_apply_to_postings_that_are_read_already(make_posting: MakePosting) -> None:
    reader = MarketReader()
    postings = [make_posting("SQL", "Go")]
    assert set(reader.market(postings).distinct[0].asked) == {"SQL", "Go"}
    rejected = SkillChoice(role="r", word="Go", verdict="not a skill")
    assert set(reader.market(postings, [rejected]).distinct[0].asked) == {"SQL"}
    assert set(reader.market(postings).kinds) == {"SQL", "Go"}


def test_a_changed_posting_is_looked_at_anew(make_posting: MakePosting) -> None:
    reader = MarketReader()
    reader.market([make_posting("SQL", id="a", version=1)])
    assert set(reader.market([make_posting("R", id="a", version=2)]).kinds) == {"R"}


def test_an_accepted_word_counts_in_postings_that_name_it(
    make_posting: MakePosting, make_market: MakeMarket
) -> None:
    accepted = SkillChoice(role="r", word="sourdough", verdict="a skill", kind="method")
    market = make_market(
        make_posting("SQL", text="Sourdough is required. "), make_posting("SQL"), choices=(accepted,)
    )
    assert [set(one.asked) for one in market.distinct] == [{"SQL", "sourdough"}, {"SQL"}]
    assert [mention.name for mention in mentions(market.distinct[0].posting, market.choices)] == [
        "sourdough",
        "SQL",
    ]


def test_a_market_without_postings_is_empty(make_market: MakeMarket) -> None:
    assert make_market().n == 0
