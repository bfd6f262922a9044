"""What a posting pays.

A sum of money is the pay where words beside it say so, or where it stands alone and fits a year's pay. A company's
turnover, bonuses, fees, budgets and what a benefit is worth are not. Of several the base pay is preferred over
on-target earnings, and what is said more plainly over what is only likely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rutkit.steps.market.extract import money
from rutkit.steps.market.extract.money import Sum
from rutkit.steps.market.extract.places import Phrases, Places, words_of
from rutkit.steps.market.extract.reading import Salary

HOURS_A_WEEK = 40
"""An assumption: full time in many countries. Where a full week has 37.5 hours, a year's pay is 6 % less."""

WEEKS_A_YEAR = 52
"""An assumption: holidays are paid."""

ANNUAL = {
    "year": 1.0,
    "month": 12.0,
    "week": float(WEEKS_A_YEAR),
    "day": float(WEEKS_A_YEAR * 5),
    "hour": float(WEEKS_A_YEAR * HOURS_A_WEEK),
}
"""By how much a sum for each unit is multiplied to give a full year's. No unpaid weeks are taken off, so a freelancer's
day rate comes out higher than what a year of such work brings."""

PLAUSIBLE = {
    "year": (3_000, 2_000_000),
    "month": (250, 100_000),
    "week": (60, 20_000),
    "day": (20, 4_000),
    "hour": (2, 500),
}
"""What pay for a unit lies between, in a currency worth about a pound or a dollar; beyond, it is something else."""

_BEFORE, _AFTER = 100, 120
"""Characters around a sign of money that are looked at."""


def find(places: Places) -> Salary | None:
    """What is paid, or None where nothing or only "competitive" is said.

    A single sum is both bounds; "up to" leaves the lower open, "from" the upper. Where no word names the unit, the size
    does: in pounds, up to 100 is an hour's pay, up to 1,500 a day's, up to 10,000 a month's, above that a year's.
    The currency is "" where the posting names none.
    """
    best = _best(places, places.containing(*money.SIGNS))
    if best is None and places.naming(_PAY):
        best = _best(places, places.matching(money.LIKE_A_SUM))
    return _in_its_country(best.salary, places.lowered) if best else None


@dataclass(frozen=True, slots=True)
class _Offer:
    salary: Salary
    score: int
    """How plainly the words around say that this is the pay."""


_PAY = Phrases(
    "salary", "salaries", "pay", "paying", "wage", "wages", "annum", "pa", "p.a", "rate", "rates",
    "hourly", "hour", "remuneration", "compensation", "package",
    "ctc", "lpa", "lakh", "lakhs", "lacs", "lac", "k", "ote", "basic", "circa", "month", "year",
    "dollars", "euro", "euros", "pounds", "rupees",
    *(code.lower() for code in money.CODES), "kr", "rs",
)  # fmt: skip
"""One of these stands in a posting that names its pay without a sign."""


def _best(places: Places, hints: list[tuple[int, str]]) -> _Offer | None:
    best: _Offer | None = None
    for sentence, text, _ in places.around(hints, _BEFORE, _AFTER):
        if _FIGURE.search(text) is None:
            continue
        label = (sentence.heading or "").lower()
        for offer in _offers(text, label):
            if best is None or offer.score > best.score:
                best = offer
    return best


_FIGURE = re.compile(r"\d")

_DOLLARS = (
    ("USD", ("united states", "u.s.", "usa", "401k", "401(k)", "american", "usd")),
    ("AUD", ("australia", "superannuation", "sydney", "melbourne", "brisbane", "queensland")),
    ("CAD", ("canada", "canadian", "ontario", "toronto", "british columbia", "alberta", "quebec")),
    ("NZD", ("new zealand", "auckland", "aotearoa", "kiwisaver")),
    ("SGD", ("singapore",)),
)  # fmt: skip


def _in_its_country(salary: Salary, posting: str) -> Salary:
    """With the dollar of the one country that the posting speaks of; a bare "$" is otherwise the American."""
    if salary.currency != "USD" or "$" not in salary.text or "US" in salary.text:
        return salary
    named = [code for code, places in _DOLLARS if any(place in posting for place in places)]
    return replace(salary, currency=named[0]) if len(named) == 1 else salary


_PER = r"p(?:er|r\.?)\s?"
_EACH = r"(?:an?|each|every|/)\s?"
_UNITS = {
    "year": rf"{_PER}(?:annum|year|yr|anum)|p\.?\s?/?a\b\.?|p/a|annum|{_EACH}(?:year|yr|annum)"
    r"|annual(?:ly|i[sz]ed)?|yearly|ctc|lpa",
    "month": rf"{_PER}(?:calendar\s)?(?:month|mth)|p\.?c\.?m\b|p\.?m\b\.?(?!\s?[-–)])|{_EACH}(?:month|mo\b|mth)"
    r"|monthly",
    "week": rf"{_PER}(?:week|wk)|p\.?w\b\.?|{_EACH}(?:week|wk)|weekly",
    "day": rf"{_PER}(?:day|diem)|p\.?d\b\.?|p/d|{_EACH}day|daily|day\srate",
    "hour": rf"{_PER}(?:hour|hr)|p\.?\s?/?h\b\.?|p/h(?:r|our)?|{_EACH}(?:hour|hr)s?\b|hourly|/\s?h\b|hr\b",
}
_UNIT = "|".join(rf"(?P<{unit}>{words})" for unit, words in _UNITS.items())
_UNIT_AFTER = re.compile(
    r"[\s,(]*(?:(?:gross|net|base|basic|salary|wage|dependent|depending\son\sexperience|doe|usd|gbp|eur"
    r"|cad|aud|inr|plus|\+|brutto"
    rf"|pro[\s-]?rata|fte|b\.?t\.?|before\stax|circa|based\son)[\s,)(]*){{0,2}}(?:{_UNIT})(?![a-z])"
)
_UNIT_BEFORE = {
    "annual": "year", "annually": "year", "annualised": "year", "annualized": "year", "yearly": "year",
    "annum": "year",
    "monthly": "month", "weekly": "week", "daily": "day", "day": "day", "hourly": "hour", "hour": "hour",
}  # fmt: skip
_OTHER_UNIT = re.compile(
    r"\s?(?:/|per|an?|each|for\seach|every)\s?(?:mile|km|visit|session|article|word|lesson|class|shift"
    r"|night|call|lead|sale|unit"
    r"|person|child|head|referral|project|job|piece|transaction|policy|share|click|team|order|game|seat"
    r"|user|customer|employee"
    r"|pay\speriod|paycheck|event|appointment|case|ton|quarter|placement|candidate|book|page|hit|house"
    r"|semester|batch|interview)"
)

# Words closely before the sum: the last of them decides.
_PAY_WORDS = frozenset((
    "salary", "salaries", "pay", "paying", "wage", "wages", "basic", "base", "hourly", "remuneration",
    "rate", "rates", "salaried", "compensation",
))  # fmt: skip
_LIKE_PAY = frozenset((
    "pays", "paid", "earn", "earning", "earnings", "package", "circa", "ctc", "stipend", "income",
    "offer", "offering", "grade", "band", "scale", "range", "annum", "c",
))  # fmt: skip
_OTHER_WORDS = frozenset((
    "turnover", "turning", "revenue", "revenues", "sales", "target", "volume", "budget", "budgets", "fee",
    "fees", "bonus", "bonuses", "voucher", "vouchers", "discount", "discounts", "save", "saves", "saving",
    "savings", "pension", "allowance", "allowances", "relocation", "commission", "commissions", "fund",
    "funds", "funding", "funded", "portfolio", "project", "projects", "asset", "assets", "value", "values",
    "valued", "valuation", "worth", "deposit", "deposits", "prize", "prizes", "award", "awards", "donate",
    "donation", "donations", "raise", "raised", "raising", "fundraising", "invest", "invested",
    "investing", "investment", "investments", "cost", "costs", "costing", "insurance", "loan", "loans",
    "grant", "grants", "contract", "contracts", "profit", "profits", "aum", "capital", "debt", "equity",
    "refer", "referral", "referrals", "friend", "tuition", "reimburse", "reimbursed", "reimbursement",
    "expense", "expenses", "mileage", "overtime", "signing", "welcome", "incentive", "incentives", "match",
    "matching", "assurance", "cover", "gift", "scholarship", "training", "learning", "ltip", "payroll",
    "charge", "charges", "penalty", "fine", "credit", "transaction", "transactions", "order", "orders",
    "deal", "deals", "generate", "generated", "generating", "limit", "exceed", "exceeding", "spend",
    "spending", "purchase", "purchases", "purchasing", "equipment", "customers", "employees", "subsidy",
    "reward", "rewards", "rent", "rental", "uplift", "extra", "additional", "increase", "premium",
    "supplement", "charity", "sponsor", "lunch", "meal", "meals", "travel", "phone", "wellness", "laptop",
    "hsa", "retention", "joining",
))  # fmt: skip
_REACH = 48
_SENTENCE_OR_FIGURE = re.compile(r"[.;!?]\s|\d")
_BONUS_BEFORE = re.compile(
    r"\b(?:bonus(?:es)?|allowances?|referral|sign[\s-]?on|turnover|revenues?|budgets?|tips|gratuities)"
    r"\s(?:of|is|are|up\sto|worth|[-–:])?\s?(?:up\sto\s|over\s|an?\s|average\s|circa\s|c\.?\s|about\s|around\s)*$"
)
_PLUS_BEFORE = re.compile(r"(?:\bplus|\+|\band)\s(?:a\s|an\s|up\sto\s)?$")
_OTHER_AFTER = re.compile(
    r"""
    [\s,()/]*
    (?: (?:employer[\s-]funded|of|in|an?|the|annual|annually|per\s(?:year|annum|month)|each|every
      |a\s(?:year|month)|worth|sign[\s-]?on|signing
        |referral|retention|welcome|joining|quarterly|monthly|guaranteed|car|tax[\s-]free|yearly
        |performance|company|completion|one[\s-]?off
        |personal|total|starter|attendance|recommend\w*|refer(?:ral)?\sa\sfriend|cash|discretionary
        |learning|development|relocation|training
        |home|office|professional|employee|mobile|gross)\s )*
    (?: turnover | revenues? | sales\b | budgets? | fees?\b | bonus(?:es)?\b | vouchers? | discounts?
      | savings? | pension | allowances?
      | relocation | funding | funds?\b | portfolio | projects?\b | assets | deposits? | prize | donation
      | investment | costs?\b | insurance
      | loan | grants?\b | contracts\b | profit | stipends?\sfor | credit | reimburse\w* | tuition
      | mileage | incentives? | sign[\s-]?on
      | life\s(?:assurance|cover|insurance) | worth\b | million | billion | deductible | gift | cover\b
      | tips\b | in\scommissions?
      | per\scent | employees | people | staff | customers | users | scheme | training | in\ssales
      | equity | refer\w+ )
    """,
    re.VERBOSE,
)
_PAY_AFTER = re.compile(
    r"[^.;!?\d]{0,30}?\b(?:salary|basic|base|per\sannum|p\.?a\b|package|ote|dependent|depending"
    r"|d\.?o\.?e\b|neg(?:otiable)?\b|wage|benefits|ctc"
    r"|pro[\s-]?rata|(?:\+|plus)\s(?:bonus|commission|car|pension|excellent|great|full))"
)
_TARGET_BEFORE = re.compile(
    r"\b(?:ote|o\.t\.e|on[\s-]target(?:\searnings?)?|total\s(?:earnings|compensation|package|comp)"
    r"|realistic(?:ally)?|potential"
    r"|top\s(?:performers|earners|billers|representatives)|earn(?:ing)?s?\s(?:over|in\sexcess|up|more)"
    r"|first[\s-]year|year\s(?:one|1|two|2))\b"
    r"[^.;!?\d]{0,55}$"
)
_TARGET_HINTS = ("ote", "o.t.e", "target", "total", "realistic", "potential", "top ", "earn", "year")
_TARGET_AFTER = re.compile(
    r"[\s,(]*(?:ote\b|o\.t\.e|on[\s-]target|(?:in\s)?(?:total\s)?(?:potential|earnings)|in\sthe(?:ir"
    r"|\s)?\s?first\syear|commission\b(?!\s?\+))"
)
_PRO_RATA = re.compile(r"\bpro[\s-]?rat(?:a|ed?)\b|\bprorated?\b|\bf\.?t\.?e\b|\bfull[\s-]time\sequivalent")


def _offers(text: str, heading: str) -> Iterator[_Offer]:
    small = text.lower()
    pro_rata = _PRO_RATA.search(small) is not None
    for found in money.sums(text):
        offer = _offer(found, text, small, heading, pro_rata=pro_rata)
        if offer is not None:
            yield offer


def _offer(found: Sum, text: str, small: str, heading: str, *, pro_rata: bool) -> _Offer | None:
    before, end = small[max(0, found.start - 90) : found.start], found.end
    named = _UNIT_AFTER.match(small, end)
    unit = named.lastgroup if named else found.unit
    if _OTHER_UNIT.match(small, end) or _BONUS_BEFORE.search(before[-40:]):
        return None
    if _OTHER_AFTER.match(small, end) or (named and _OTHER_AFTER.match(small, named.end())):
        return None
    words = words_of(_SENTENCE_OR_FIGURE.split(before[-_REACH:])[-1])
    pay_word, other = _last(words, _PAY_WORDS), _last(words, _OTHER_WORDS)
    salary_word = pay_word > other
    if other >= 0 and (
        _PLUS_BEFORE.search(before[-12:]) or not (salary_word or (named and unit in ("hour", "year")))
    ):
        return None
    is_pay = pay_word >= 0 or _last(words, _LIKE_PAY) >= 0 or heading.startswith(_PAY_HEADINGS)
    unit = unit or next((_UNIT_BEFORE[word] for word in reversed(words) if word in _UNIT_BEFORE), None)
    said = unit is not None
    top = (found.high if found.high is not None else found.low or 0.0) / money.WORTH.get(found.currency, 1)
    unit = unit or _unit_by_size(top)
    least, most = PLAUSIBLE[unit]
    if not least <= top <= most:
        return None
    on_target = _TARGET_AFTER.match(small, end) is not None or (
        any(hint in before for hint in _TARGET_HINTS) and _TARGET_BEFORE.search(before) is not None
    )
    after = _PAY_AFTER.match(small, named.end() if named else end) is not None
    is_range = None not in (found.low, found.high) and found.low != found.high
    if found.currency:
        stands_alone = (is_range and len(text) < 60) or (
            unit == "year" and top >= 12_000 and (is_range or len(text) < 30)
        )
        if not (is_pay or said or after or on_target or stands_alone) or (
            found.is_weight and not salary_word and unit not in ("hour", "year")
        ):
            return None
    elif not (
        named or (found.thousands and (is_pay or after)) or ((salary_word or is_pay) and top >= 10_000)
    ):
        return None
    score = (
        4 * said
        + 3 * is_pay
        + 3 * salary_word
        + 2 * after
        + 2 * is_range
        + 2 * bool(found.currency)
        - 7 * on_target
        + (unit == "year")
    )
    factor = ANNUAL[unit]
    return _Offer(
        Salary(
            min=found.low,
            max=found.high,
            currency=found.currency,
            unit=unit,
            pro_rata=pro_rata,
            annual_min=None if found.low is None else round(found.low * factor, 2),
            annual_max=None if found.high is None else round(found.high * factor, 2),
            text=text[found.start : named.end() if named else end].strip(" ,("),
        ),
        score,
    )


_PAY_HEADINGS = ("salary", "pay", "compensation", "remuneration", "wage", "package", "rate")


def _last(words: list[str], kind: frozenset[str]) -> int:
    """The place of the last word of a kind; -1 without any."""
    return max((place for place, word in enumerate(words) if word in kind), default=-1)


def _unit_by_size(pounds: float) -> str:
    """What a sum without a unit is for."""
    if pounds < 100:
        return "hour"
    if pounds < 1_500:
        return "day"
    return "month" if pounds < 10_000 else "year"
