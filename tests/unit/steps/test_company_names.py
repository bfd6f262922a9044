from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.company_names import company_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Ltd.", "ACME"),
        ("Acme (UK) Limited", "Acme"),
        ("The Acme Company", "acme, inc."),
        ("Pelican & Daughters", "Pelican and Daughters LLC"),
        ("Nestlé S.A.", "Nestle"),
        ("Ørsted A/S", "ørsted"),
        ("Müller GmbH & Co. KG", "Muller"),
        ("McDonald’s", "McDonald's Corporation"),
    ],
)
def test_two_ways_to_write_one_company(one: str, other: str) -> None:
    assert company_key(one) == company_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Acme Foods", "Acme Tools"), ("United Parcel", "United Airlines"), ("Bank of Otter", "Otter Bank")],
)
def test_two_companies_stay_two(one: str, other: str) -> None:
    assert company_key(one) != company_key(other)


def test_a_name_that_is_only_a_legal_form_stays() -> None:
    assert company_key("The Group") == "group"


def test_no_name_has_an_empty_key() -> None:
    assert company_key(" – ") == ""


@given(st.text(max_size=60))
def test_a_key_is_its_own_key(name: str) -> None:
    assert company_key(company_key(name)) == company_key(name)
