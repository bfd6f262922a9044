"""What somebody chooses once for the whole workbook."""

from __future__ import annotations

from typing import ClassVar, Literal, get_args

from pydantic import Field

from rutkit.records import Record

Currency = Literal[
    "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP",
    "HKD", "HUF", "IDR", "ILS", "INR", "ISK", "JPY", "KES", "KRW", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN",
    "PHP", "PKR", "PLN", "RON", "RSD", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "VND", "ZAR",
]  # fmt: skip
"""ISO 4217 codes of the currencies to choose from."""

CURRENCIES: tuple[str, ...] = get_args(Currency)


class Preferences(Record):
    """The workbook's settings: one record, or none while everything is as it came."""

    noun: ClassVar[str] = "set of preferences"
    one_per: ClassVar[tuple[str, ...] | None] = ()

    currency: Currency = Field(
        "USD", title="Currency", description="Every amount of money in this workbook is in this currency."
    )


RECORDS = (Preferences,)
