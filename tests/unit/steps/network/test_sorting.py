from __future__ import annotations

from rutkit.steps.network.records import Contact
from rutkit.steps.network.sorting import unsorted_companies


def test_people_of_one_company_who_are_not_sorted_stand_together_however_it_is_written() -> None:
    people = [
        Contact(name=name, company=company)
        for name, company in (("A", "Acme"), ("B", "ACME Ltd."), ("C", "Acme"))
    ]

    (acme,) = unsorted_companies(people)

    assert (acme.company, acme.ids) == ("Acme", tuple(each.id for each in people))


def test_who_is_sorted_works_alone_or_nowhere_is_not_among_them() -> None:
    assert not unsorted_companies(
        [
            Contact(name="A", company="Acme", relation="friend"),
            Contact(name="B", company="Acme"),
            Contact(name="C"),
            Contact(name="D"),
        ]
    )


def test_the_company_with_most_people_comes_first() -> None:
    people = [Contact(company=company) for company in ("Beta", "Beta", "Acme", "Acme", "Acme")]
    assert [each.company for each in unsorted_companies(people)] == ["Acme", "Beta"]
