"""What research says about leaving, as this step quotes it: with the source, and what it does not say."""

from __future__ import annotations

COUNTER_EVIDENCE = (
    "There is evidence against too much caution. Steven Levitt let people who could not decide flip a coin "
    "(Review of Economic Studies, 2020). Those whom the coin told to make an important change, quitting a "
    "job included, were happier six months later than those whom it told to leave things as they were. They "
    "were volunteers who were already torn, and it does not say that leaving without money is safe."
)
"""Shown beside the urge log and in the guide, so that the case for waiting is not the only one heard."""

EMPLOYED_SEARCH = (
    "In a US survey asked every year from 2013, people who searched while employed were at least three times "
    "as effective as the unemployed, and got better offers (Faberman, Mueller, Şahin and Topa, Econometrica, "
    "2022). It compares groups of people who differ in more than having a job; it promises you nothing."
)
"""Shown beside the switch that counts a month of searching in a job as three."""

IF_THEN_PLANS = (
    "Imagining the obstacle and answering it with an if–then plan helped people reach their goals, a little "
    "to moderately: an effect size (g) of 0.336 over 24 effects with 15,907 participants, and 0.277 when they "
    "worked from a text, as you do here (Wang, Wang and Gai, Frontiers in Psychology, 2021). Studies that "
    "find nothing are published less often, so the true effect may be smaller."
)
"""Shown beside the if–then sentences."""
