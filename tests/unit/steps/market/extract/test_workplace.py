from __future__ import annotations

import pytest

from rutkit.steps.market.extract import conditions
from rutkit.steps.market.extract.places import Places
from rutkit.steps.market.extract.sentences import split
from rutkit.steps.market.extract.words import Words


def workplace(*texts: str) -> str | None:
    posting = "\n- ".join(("", *texts))
    return conditions.workplace(Places(Words(posting), split(Words(posting))))


@pytest.mark.parametrize(
    "text",
    [
        "Remote",
        "Remote (UK)",
        "Location: Remote, US",
        "$120k, remote (US only)",
        "This is a fully remote role",
        "The position is remote-first",
        "Home based with travel",
        "work from home opportunities available",
        "Salary £40-50k, remote. Much holiday",
    ],
)
def test_work_that_may_be_done_anywhere_is_remote(text: str) -> None:
    assert workplace(text) == "remote"


@pytest.mark.parametrize(
    "text",
    [
        "Location: London (Hybrid)",
        "Hybrid working - 3 days in the office",
        "Work from home 2 days a week",
        "3 days in the office and 2 days from home",
        "Salary £40-50k, hybrid.",
        "Home based role with one day a week in the office",
        "work remotely and/or in our Boston-based office",
    ],
)
def test_days_here_and_days_there_are_hybrid(text: str) -> None:
    assert workplace(text) == "hybrid"


@pytest.mark.parametrize(
    "text",
    [
        "on-site position in Berlin",
        "Work Location: In person",
        "This role is office based",
        "no remote work",
        "This is not a remote position",
        "Remote work is not available",
    ],
)
def test_what_is_not_remote_is_on_site(text: str) -> None:
    assert workplace(text) == "on site"


@pytest.mark.parametrize(
    "text",
    [
        "travel to remote sites",
        "remote monitoring of servers",
        "remote control systems",
        "provide remote support to users",
        "Managing a remote team of engineers",
        "hybrid cloud experience",
        "hybrid vehicle technician",
        "home-based care services",
        "a large nursing home based in Dorset",
        "our head office based in Leeds",
        "back office and remote team functions",
        "Our on-site gym",
    ],
)
def test_the_work_itself_says_nothing_of_where_it_is_done(text: str) -> None:
    assert workplace(text) is None


def test_hybrid_anywhere_outweighs_remote() -> None:
    assert workplace("This is a remote role", "Hybrid working model") == "hybrid"
