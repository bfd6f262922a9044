from __future__ import annotations

from collections.abc import Callable

from rutkit.steps.market.candidates import candidates
from rutkit.steps.market.market import Market
from rutkit.steps.market.records import Posting, SkillChoice

MakePosting = Callable[..., Posting]
MakeMarket = Callable[..., Market]


def words(market: Market) -> list[str]:
    return [candidate.word for candidate in candidates(market)]


def test_what_several_postings_ask_for_is_offered_with_a_sentence(
    make_posting: MakePosting, make_market: MakeMarket
) -> None:
    postings = [make_posting(phrases=("zymurgy",)) for _ in range(3)] + [
        make_posting("SQL") for _ in range(30)
    ]
    (found,) = candidates(make_market(*postings))
    assert (found.word, found.postings, found.n, found.sentence) == ("zymurgy", 3, 33, "You know zymurgy.")


def test_what_one_posting_alone_asks_for_is_not_offered(
    make_posting: MakePosting, make_market: MakeMarket
) -> None:
    assert (
        words(make_market(make_posting(phrases=("zymurgy",)), *(make_posting("SQL") for _ in range(9)))) == []
    )


def test_repeats_do_not_make_a_candidate(make_posting: MakePosting, make_market: MakeMarket) -> None:
    first = make_posting(phrases=("zymurgy",), id="a")
    again = make_posting(phrases=("zymurgy",), repeats="a")
    assert words(make_market(first, again, *(make_posting("SQL") for _ in range(9)))) == []


def test_what_is_decided_is_not_offered_again(make_posting: MakePosting, make_market: MakeMarket) -> None:
    postings = [make_posting(phrases=("zymurgy", "bdellometry")) for _ in range(3)]
    postings += [make_posting("SQL") for _ in range(30)]
    ignored = SkillChoice(role="r", word="Zymurgy", verdict="not a skill")
    assert words(make_market(*postings, choices=(ignored,))) == ["bdellometry"]


def test_what_stands_in_most_postings_is_not_offered(
    make_posting: MakePosting, make_market: MakeMarket
) -> None:
    postings = [make_posting(phrases=("zymurgy",)) for _ in range(3)]
    postings += [make_posting("SQL", text="Zymurgy is our trade. ") for _ in range(9)]
    assert words(make_market(*postings)) == []


def test_what_the_vocabulary_knows_or_uses_in_many_names_is_not_offered(
    make_posting: MakePosting, make_market: MakeMarket
) -> None:
    postings = [make_posting(phrases=("python", "management")) for _ in range(3)]
    assert words(make_market(*postings, *(make_posting("SQL") for _ in range(30)))) == []


def test_the_rarer_of_two_comes_first(make_posting: MakePosting, make_market: MakeMarket) -> None:
    postings = [make_posting(phrases=("zymurgy", "bdellometry")) for _ in range(3)]
    postings += [make_posting("SQL", text="Zymurgy is near. ") for _ in range(5)]
    postings += [make_posting("SQL") for _ in range(30)]
    assert words(make_market(*postings)) == ["bdellometry", "zymurgy"]
