from __future__ import annotations

from datetime import date

from rutkit.steps.acknowledge.records import RutCheck
from rutkit.steps.growth.rut_answers import growth_answers, growth_answers_finding, growth_answers_note

SPRING, AUTUMN = date(2026, 3, 1), date(2026, 10, 1)


def test_the_newest_answer_to_each_question_counts_even_if_a_later_check_left_it_open() -> None:
    checks = [
        RutCheck(day=SPRING, learning="disagree", promotion="not at all true"),
        RutCheck(day=AUTUMN, learning="agree", stress="always"),
    ]
    found = growth_answers(checks)
    assert [(each.comparison.question, each.comparison.answer, each.day) for each in found] == [
        ("learning", "agree", AUTUMN),
        ("promotion", "not at all true", SPRING),
    ]


def test_without_a_rut_check_there_is_nothing_beside() -> None:
    assert growth_answers([]) == ()


def test_it_counts_what_is_unfavorable() -> None:
    found = growth_answers([RutCheck(day=SPRING, learning="disagree", promotion="very true")])
    assert growth_answers_finding(found) == "1 of your 2 answers about growth is unfavorable"


def test_the_norms_come_with_source_year_n_and_interval() -> None:
    note = growth_answers_note(growth_answers([RutCheck(day=SPRING, learning="agree")]))
    assert "1 Mar 2026" in note
    assert "General Social Survey 2022 (NORC)" in note
    assert "US workers" in note
    assert "±" in note


def test_others_are_those_of_the_norms() -> None:
    (answer,) = growth_answers([RutCheck(day=SPRING, learning="agree")])
    assert answer.others == "43\u00a0% of US workers said the same; 13\u00a0% answered unfavorably."
