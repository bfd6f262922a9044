from __future__ import annotations

from datetime import date, timedelta

from rutkit.steps.job_search.records import Application
from rutkit.steps.market.advice import Facts, closes_soon, look_again, read
from rutkit.steps.market.records import Posting
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 22)


def closing(days: int) -> Posting:
    return Posting(title="Buyer", company="Otter Ltd", closing=TODAY + timedelta(days=days))


def test_a_posting_that_closes_is_to_be_decided_about() -> None:
    advice = closes_soon(Facts(TODAY, 1, closing=[closing(3)]))

    assert advice is not None
    assert advice.action.text == "Decide about “Buyer, Otter Ltd”"
    assert "in 3 days" in advice.action.reason
    assert closes_soon(Facts(TODAY)) is None


def test_only_postings_that_close_within_a_week_and_wait_for_an_answer_are_read() -> None:
    with Workbook.temporary() as workbook:
        waiting, answered = closing(7), closing(2)
        workbook.add_many([waiting, answered, closing(8), closing(-1), Posting()], label="postings")
        workbook.add(Application(posting=answered.id))

        facts = read(workbook, TODAY)

    assert [posting.id for posting in facts.closing] == [waiting.id]
    assert facts.postings == 5


def test_the_market_is_looked_at_again_after_ninety_days() -> None:
    assert look_again(Facts(TODAY, 20, TODAY - timedelta(days=91))) is not None
    assert look_again(Facts(TODAY, 20, TODAY - timedelta(days=90))) is None
    assert look_again(Facts(TODAY)) is None
