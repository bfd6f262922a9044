from __future__ import annotations

import pytest

from rutkit.steps.market.extract import conditions
from rutkit.steps.market.extract.places import Places
from rutkit.steps.market.extract.sentences import split
from rutkit.steps.market.extract.words import Words


def employment(*texts: str) -> str | None:
    posting = "\n- ".join(("", *texts))
    return conditions.employment(Places(Words(posting), split(Words(posting))))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Full time, permanent", "full-time"),
        ("Permanent role", "full-time"),
        ("40 hours per week", "full-time"),
        ("Full-time or part-time", "full-time or part-time"),
        ("Permanent contract, full-time or part-time from 30 hours", "full-time or part-time"),
        ("Part-time or full-time", "full-time or part-time"),
        ("we require full and part time care workers", "full-time or part-time"),
        ("Full-time; you lead full-time and part-time staff", "full-time"),
        ("Part-time, 20 hours per week", "part-time"),
        ("Permanent, part time", "part-time"),
        ("part-time with growth into a full-time role", "part-time"),
        ("6 month contract", "contract"),
        ("12 month fixed term contract", "contract"),
        ("Job type: Contract", "contract"),
        ("Full-time for six months, on a contract basis", "contract"),
        ("temporary position", "temporary"),
        ("Temporary with a view to permanent", "temporary"),
        ("temp to perm", "temporary"),
        ("12 months' maternity cover", "temporary"),
        ("zero hours contract", "temporary"),
        ("We offer an internship", "internship"),
        ("This apprenticeship lasts 18 months", "apprenticeship"),
    ],
)
def test_the_terms_are_read(text: str, kind: str) -> None:
    assert employment(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "contract management experience",
        "building contracts",
        "work on a freshly awarded contract in Norfolk",
        "This is not a contract of employment",
        "a completed apprenticeship",
        "an engineering apprenticeship and qualification",
        "previous internship experience",
        "casual work environment",
        "acts as an employment agency for permanent recruitment",
        "Provide holiday and sick cover",
        "prepare 1099 forms",
    ],
)
def test_the_words_of_the_work_are_no_terms(text: str) -> None:
    assert employment(text) is None
