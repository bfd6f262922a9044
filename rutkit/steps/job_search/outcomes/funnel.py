"""How many applications get from each stage to the next, how sure that is, and where most is to be gained.

Only applications that have had time enough are counted, whatever came of them: counting young ones with an answer and
leaving out those without would make every step look too good. One that the person withdrew says nothing of the step at
which it stopped.

Each share has a Beta–binomial interval with Jeffreys’ prior (half an application passed, half not), which is right
about as often as it says even for few. Source: L. D. Brown, T. T. Cai and A. DasGupta, "Interval estimation for a
binomial proportion", Statistical Science 16 (2001), 101–133, where Wilson’s and this one are recommended for small n.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from rutkit.formatting import counted, format_share, format_share_interval
from rutkit.statistics import Interval, difference_of_shares
from rutkit.steps.job_search.applications.histories import APPLIED, INTERVIEW, OFFER, STAGES_TO_PASS, History
from rutkit.steps.job_search.outcomes.silence import Silence
from rutkit.steps.job_search.records import Channel, Stage

MINIMUM = 20
"""Applications that a share needs before it is compared with anything."""
STEP_DAYS = 28
"""Days that an application must have stood at a stage before it counts whether it got to the next one."""
INTERVIEW_DAYS = 42
"""Days that must have gone by since it went out before it counts whether it led to an interview."""

WARM: tuple[Channel, ...] = ("referral", "recruiter", "event")
"""Ways on which somebody knew of the person before. All others are cold, those not said among them."""

USUAL = (0.02, 0.04)
"""The share of cold applications that usually lead to an interview. Reports, not a study: 13 of 426 applicants for one
marketing job in the US were interviewed (TalentWorks, 2018); one searcher had 15 interviews from 452 applications."""


def beta_interval(passed: int, n: int, confidence: float = 0.95) -> Interval:
    """The interval around a share of which `passed` of `n` were seen, with equal tails; source at the module's head.

    It reaches 0 if none passed and 1 if all did, as its source recommends.

    Raises:
        ValueError: `passed` is not from 0 to `n`.
    """
    from scipy.special import betaincinv

    if not 0 <= passed <= n:
        raise ValueError(f"an interval needs 0 ≤ passed ≤ n, not {passed} of {n}")
    tail = (1 - confidence) / 2
    low, high = betaincinv(passed + 0.5, n - passed + 0.5, [tail, 1 - tail])
    return Interval(float(low) if passed else 0.0, float(high) if passed < n else 1.0, confidence)


@dataclass(frozen=True)
class Conversion:
    """How many got from one stage to a later one."""

    start: Stage
    goal: Stage
    passed: int
    n: int
    """Applications that reached `start` long enough ago."""

    @property
    def is_enough(self) -> bool:
        """Whether it may be compared."""
        return self.n >= MINIMUM

    @property
    def share(self) -> float:
        """0 to 1; NaN if there are none."""
        return self.passed / self.n if self.n else float("nan")

    @property
    def interval(self) -> Interval:
        """95 %; from 0 to 1 if there are none."""
        return beta_interval(self.passed, self.n) if self.n else Interval(0.0, 1.0, 0.95)

    @property
    def label(self) -> str:
        """The numbers in short: "3 of 41 · 2–18 %"."""
        if not self.n:
            return "none old enough yet"
        return f"{self.passed} of {self.n} · {format_share_interval(self.interval.low, self.interval.high)}"


@dataclass(frozen=True)
class ChannelFunnel:
    """The applications that went out by one way."""

    channel: Channel | None
    applications: int
    """All of them, young ones too."""
    steps: tuple[Conversion, ...]
    to_interview: Conversion
    against_others: Interval | None
    """Around its share of interviews less that of all others together; None where either has too few. So wide that of
    all ways that are compared none differs by chance in 95 of 100 cases (Bonferroni)."""

    @property
    def name(self) -> str:
        """In the plural, as one speaks of it."""
        return CHANNEL_NAMES[self.channel]


CHANNEL_NAMES: dict[Channel | None, str] = {
    "referral": "referrals",
    "recruiter": "recruiters",
    "board": "job boards",
    "company site": "company sites",
    "event": "events",
    "other": "other ways",
    None: "not said",
}


@dataclass(frozen=True)
class Bottleneck:
    """The one step that is worth working on first."""

    start: Stage
    goal: Stage
    reason: str
    what_helps: str


@dataclass(frozen=True)
class Funnel:
    """All applications that went out, stage by stage and way by way."""

    applications: int
    reached: tuple[tuple[Stage, int], ...]
    """For each stage in use, how many applications got there so far, young ones too."""
    steps: tuple[Conversion, ...]
    """From each stage in use to the next."""
    to_interview: Conversion
    channels: tuple[ChannelFunnel, ...]
    """The ways in use, the most frequent first."""
    step_days: int
    interview_days: int
    bottleneck: Bottleneck | None
    not_enough: str
    """Why there is no bottleneck; empty if there is one."""

    @property
    def finding(self) -> str:
        """The bottleneck as a heading, or what is missing."""
        if self.bottleneck is None:
            return self.not_enough.partition(". ")[0].rstrip(".")
        return f"Most is to be gained between “{self.bottleneck.start}” and “{self.bottleneck.goal}”"

    @property
    def channels_finding(self) -> str:
        """Which ways differ from the others, as a heading."""
        compared = [(each, each.against_others) for each in self.channels if each.against_others]
        if not compared:
            return "Not enough yet to compare the ways"
        more = [each.name for each, interval in compared if interval.low > 0]
        less = [each.name for each, interval in compared if interval.high < 0]
        if more:
            return f"By way of {' and '.join(more)}, interviews come more often than otherwise"
        if less:
            return f"By way of {' and '.join(less)}, interviews come less often than otherwise"
        return "No way clearly leads to more interviews than the others"


def funnel(histories: Sequence[History], silence: Silence, today: date) -> Funnel:
    """The funnel as of `today`.

    `silence` says how long answers take: where that is longer than `STEP_DAYS`, applications must be that old to count.
    """
    longer = silence.means_no.day - STEP_DAYS if silence.means_no else 0
    step_days, interview_days = STEP_DAYS + max(0, longer), INTERVIEW_DAYS + max(0, longer)
    stages = _stages_in_use(histories)

    def steps(some: Sequence[History]) -> tuple[Conversion, ...]:
        pairs = pairwise(stages)
        return tuple(_conversion(some, start, goal, today, step_days) for start, goal in pairs)

    def to_interview(some: Sequence[History]) -> Conversion:
        return _conversion(some, APPLIED, INTERVIEW, today, interview_days)

    every_step = steps(histories)
    cold = to_interview([each for each in histories if each.channel not in WARM])
    by_channel: dict[Channel | None, list[History]] = {}
    for each in histories:
        by_channel.setdefault(each.channel, []).append(each)
    channels = sorted(by_channel, key=lambda channel: (-len(by_channel[channel]), CHANNEL_NAMES[channel]))
    interviews = {channel: to_interview(by_channel[channel]) for channel in channels}
    against_others = _against_others(interviews)
    bottleneck, not_enough = _bottleneck(cold, every_step, interview_days)
    furthest = [each.furthest for each in histories]
    return Funnel(
        len(histories),
        tuple((STAGES_TO_PASS[stage], sum(place >= stage for place in furthest)) for stage in stages),
        every_step,
        to_interview(histories),
        tuple(
            ChannelFunnel(
                channel,
                len(by_channel[channel]),
                steps(by_channel[channel]),
                interviews[channel],
                against_others.get(channel),
            )
            for channel in channels
        ),
        step_days,
        interview_days,
        bottleneck,
        not_enough,
    )


def _stages_in_use(histories: Iterable[History]) -> list[int]:
    """Applied, interview and offer, and of the others those at which some application stood.

    A stage that all skipped would look as if all had passed it.
    """
    stood = {APPLIED, INTERVIEW, OFFER}
    for each in histories:
        later = [*each.reached[1:], None]
        stood.update(
            place for place, day in enumerate(each.reached) if day is not None and day != later[place]
        )
    return sorted(stood)


def _conversion(histories: Iterable[History], start: int, goal: int, today: date, age: int) -> Conversion:
    latest = today - timedelta(days=age)
    passed = n = 0
    for each in histories:
        since = each.reached[start]
        if since is None or since > latest:
            continue
        got_there = each.reached[goal] is not None
        if got_there or each.outcome != "withdrawn":
            n += 1
            passed += got_there
    return Conversion(STAGES_TO_PASS[start], STAGES_TO_PASS[goal], passed, n)


def _against_others(interviews: dict[Channel | None, Conversion]) -> dict[Channel | None, Interval]:
    """For each way that may be compared, the interval around the difference between it and all others together."""
    passed = sum(each.passed for each in interviews.values())
    n = sum(each.n for each in interviews.values())
    compared = [
        (channel, each)
        for channel, each in interviews.items()
        if channel is not None and each.is_enough and n - each.n >= MINIMUM
    ]
    return {
        channel: difference_of_shares(
            (each.passed, each.n), (passed - each.passed, n - each.n), confidence=1 - 0.05 / len(compared)
        )
        for channel, each in compared
    }


def _bottleneck(cold: Conversion, steps: Sequence[Conversion], age: int) -> tuple[Bottleneck | None, str]:
    """The step to work on, or why none can be named.

    First what can be set beside the usual: cold applications that lead to an interview. Only if these do clearly better
    than usual, what comes after.
    """
    compared = [each for each in steps if each.is_enough]
    if cold.is_enough and cold.interval.low <= USUAL[1]:
        on_the_way = [each for each in compared if STAGES_TO_PASS.index(each.goal) <= INTERVIEW]
        against_usual = _against_usual(cold)
        if len(on_the_way) > 1:
            return _where_most_is_lost(on_the_way, f"{against_usual} "), ""
        return Bottleneck(cold.start, cold.goal, against_usual, _WHAT_HELPS["interview"]), ""
    if len(compared) > 1:
        return _where_most_is_lost(compared), ""
    return None, _too_few(cold, steps, age)


def _where_most_is_lost(steps: Sequence[Conversion], before: str = "") -> Bottleneck:
    """The step at which most is lost even at the favorable end of its interval."""
    most = min(steps, key=lambda each: each.interval.high)
    reason = (
        f"{before}{most.passed} of {most.n} got from “{most.start}” to “{most.goal}” "
        f"({format_share_interval(most.interval.low, most.interval.high)}). Even at the favorable end of that, "
        f"{format_share(1 - most.interval.high)} are lost there, more than at any other step with {MINIMUM} or more."
    )
    return Bottleneck(most.start, most.goal, reason, _WHAT_HELPS[most.goal])


def _against_usual(cold: Conversion) -> str:
    seen = (
        f"{cold.passed} of {counted(cold.n, 'application')} that nobody opened a door for led to an interview "
        f"({format_share_interval(cold.interval.low, cold.interval.high)})."
    )
    usual = f"About {format_share_interval(*USUAL)} is usual (reports, among them TalentWorks, US, 2018)"
    if cold.interval.high < USUAL[0]:
        return f"{seen} {usual}, so yours lead there less often."
    return (
        f"{seen} {usual}: this is where nearly everybody loses most, and nothing says that you do it wrong."
    )


def _too_few(cold: Conversion, steps: Sequence[Conversion], age: int) -> str:
    if not cold.is_enough:
        return (
            f"Not enough yet: {cold.n} of {MINIMUM} applications that nobody opened a door for and that went out at "
            f"least {age} days ago."
        )
    fuller = max((each for each in steps if not each.is_enough), key=lambda each: each.n)
    return (
        f"Your applications lead to interviews more often than usual ({cold.label}). What comes after cannot be "
        f"compared yet: {fuller.n} of {MINIMUM} that reached “{fuller.start}” long enough ago."
    )


_WHAT_HELPS: dict[Stage, str] = {
    "recruiter screen": "Fewer applications, each closer to what the posting asks for, and somebody who opens a door.",
    "assessment": "Say in two sentences why this job and why you, and ask what the next step will test.",
    "interview": (
        "Pick postings of which you meet about half of what they ask: more than that adds little (TalentWorks, 6,348 "
        "applications; a vendor’s figure). And ask somebody there before you apply."
    ),
    "onsite": "Step 10 has questions to practice and a place for the stories that answer them.",
    "offer": "Step 10 has questions to practice and a place for the stories that answer them.",
}
