"""When two names of a company are the same: of people, in postings and in applications."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LEGAL_FORMS = frozenset(
    (
        "ab", "ag", "as", "bhd", "bv", "co", "company", "corp", "corporation", "gmbh", "group", "holding", "holdings",
        "inc", "incorporated", "international", "kg", "kk", "limited", "llc", "llp", "lp", "ltd", "nv", "oy", "plc",
        "pte", "pty", "pvt", "sa", "sarl", "sas", "sdn", "se", "spa", "srl", "the", "uk", "usa",
    )
)  # fmt: skip
"""Words of a company's name that do not tell it from others."""

_DOTTED = re.compile(r"\b(\w)[./](?=\w\b)")
"""A letter of “S.A.” or “A/S”, with the sign after it."""


@lru_cache(maxsize=50_000)
def company_key(name: str) -> str:
    """The same for all names that differ in capitals, accents, signs, “and”, and the legal form at their end.

    Empty if there is no name.

    >>> company_key("Acme Ltd.") == company_key("ACME")
    True
    >>> company_key("Pelican & Daughters, S.A.")
    'pelican daughters'
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = _DOTTED.sub(r"\1", "".join(sign for sign in plain if not unicodedata.combining(sign)))
    words = [
        word for word in re.findall(r"[^\W_]+", plain.replace("'", "").replace("’", "")) if word != "and"
    ]
    while len(words) > 1 and words[0] == "the":
        del words[0]
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        del words[-1]
    return " ".join(words)
