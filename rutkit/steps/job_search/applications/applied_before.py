"""“Did I already apply here?”: applications beside what is being typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from rutkit.steps.company_names import company_key
from rutkit.steps.job_search.records import Application

SHORTEST_PREFIX = 4
"""Letters of a company's name from which its beginning is enough: people ask while they type."""

ALIKE = 0.6
"""The share of all words of two titles that both have, from which they are taken for one job. A choice."""

_SAID_OF_MANY = frozenset(
    ("a", "all", "an", "and", "at", "d", "f", "for", "genders", "in", "m", "of", "the", "w", "x")
)


@dataclass(frozen=True)
class Before:
    """An application that may be the one being typed."""

    application: Application
    is_same_job: bool
    """Whether posting or title say that it is this job; otherwise it is another one at the same company."""


class AppliedBefore:
    """Looks for earlier applications. Built once for many questions, since somebody is typing."""

    def __init__(self, applications: Iterable[Application]) -> None:
        self._known = [
            (application, company_key(application.company), _words(application.title))
            for application in applications
        ]

    def like(self, title: str, company: str, *, postings: Iterable[str] = ()) -> list[Before]:
        """The applications for the same job, then those for others at the company, the newest first.

        Args:
            title: the job's title as far as it is typed.
            company: the company's name as far as it is typed; without one, only `postings` can tell.
            postings: ids of the posting and of all that repeat it or that it repeats.
        """
        key, words, same_postings = company_key(company), _words(title), frozenset(postings) - {""}
        found = []
        for application, other_key, other_words in reversed(self._known):
            is_this_posting = application.posting in same_postings
            if is_this_posting or _is_company(key, other_key):
                found.append(Before(application, is_this_posting or _are_alike(words, other_words)))
        return sorted(found, key=lambda before: not before.is_same_job)


def _is_company(typed: str, known: str) -> bool:
    return bool(typed) and (typed == known or (len(typed) >= SHORTEST_PREFIX and known.startswith(typed)))


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and len(one & other) / len(one | other) >= ALIKE


def _words(title: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", title).casefold()
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return frozenset(re.findall(r"[^\W_]+", letters)) - _SAID_OF_MANY
