"""When two names of a skill are the same: in the learning log, the postings, the skills and the resources."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rutkit.steps.market.extract.vocabulary import vocabulary


def skill_key(name: str) -> str:
    """The same for all spellings of a name that differ in capitals and blanks alone.

    >>> skill_key(" Project  Management")
    'project management'
    """
    return " ".join(name.split()).casefold()


def standard_key(name: str) -> str:
    """The same for all names of one skill: the `skill_key` of the name that postings are read with.

    >>> standard_key("Excel") == standard_key("microsoft excel")
    True
    """
    key = skill_key(name)
    return _standard_keys().get(key, key)


@cache
def _standard_keys() -> Mapping[str, str]:
    """The key of every other way of writing a skill, and its name's key. What is a skill's name stands for itself."""
    keys: dict[str, str] = {}
    for skill in vocabulary():
        for form in skill.forms:
            keys.setdefault(skill_key(form.text), skill_key(skill.name))
    return {**keys, **{skill_key(skill.name): skill_key(skill.name) for skill in vocabulary()}}
