"""Rut checks with a known number of unfavorable answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from rutkit.steps.acknowledge.norms import answer_shares
from rutkit.steps.acknowledge.records import QUESTIONS, RutCheck

CheckOf = Callable[..., RutCheck]


@pytest.fixture(scope="session")
def check_of() -> CheckOf:
    """`check_of(3, day=…)`: a finished rut check of which the first three answers are unfavorable."""

    def make(unfavorable: int, day: date = date(2025, 11, 4)) -> RutCheck:
        answers = {
            question: next(
                share.answer
                for share in answer_shares(question)
                if share.unfavorable == (number < unfavorable)
            )
            for number, question in enumerate(QUESTIONS)
        }
        return RutCheck.model_validate({"day": day, **answers})

    return make
