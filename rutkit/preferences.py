"""What somebody chooses once for the whole workbook."""

from __future__ import annotations

from collections.abc import Mapping
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


LockAfter = Literal["5 minutes", "15 minutes", "30 minutes", "1 hour", "never"]

MINUTES: Mapping[str, int] = {"5 minutes": 5, "15 minutes": 15, "30 minutes": 30, "1 hour": 60}
"""The minutes of rest after which a workbook with a passphrase locks; what is not here never does."""


class Preferences(Record):
    """The workbook's settings: one record, or none while everything is as it came."""

    noun: ClassVar[str] = "set of preferences"
    one_per: ClassVar[tuple[str, ...] | None] = ()

    currency: Currency = Field(
        "USD", title="Currency", description="Every amount of money in this workbook is in this currency."
    )
    lock_after: LockAfter = Field(
        "30 minutes",
        title="Lock by itself after",
        description="Counted from when you last typed or clicked, in any window. What you typed is kept.",
    )


RECORDS = (Preferences,)
