"""Lists of skills that the person has downloaded, as further vocabulary for the reader.

- O*NET's "Technology Skills" (US Department of Labor, CC BY 4.0): tab-separated, one technology a row
- ESCO's skills (European Commission): CSV, with a preferred label and others in one cell
- a vocabulary file such as rutkit's own (see `extract.vocabulary`), which is also how choices are exported
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePath

from rutkit.errors import RutkitError
from rutkit.exchange.encodings import decoded
from rutkit.exchange.errors import TableError
from rutkit.exchange.tables import Table, read_table
from rutkit.steps.market.extract.reader import Reader
from rutkit.steps.market.extract.reading import Kind
from rutkit.steps.market.extract.vocabulary import (
    Certainty,
    Form,
    Skill,
    VocabularyError,
    parse,
    vocabulary,
)
from rutkit.steps.market.records import LONGEST_TEXT, LoadedVocabulary
from rutkit.steps.skill_names import skill_key

LONGEST_NAME = 80
"""Characters. What is longer is a description and no name."""


class NoVocabularyError(RutkitError):
    """A file holds no skills that can be read; the message says what it lacks."""


def load(data: bytes, filename: str) -> LoadedVocabulary:
    """The skills of a file from O*NET or ESCO, or of a vocabulary file, ready to be saved.

    Raises:
        NoVocabularyError: it is none of these, or too long to be kept.
    """
    name = PurePath(filename).name
    own = _own_format(data, name)
    if own:
        return _kept(name, "", own)
    try:
        table = read_table(data, filename)
    except TableError as error:
        raise NoVocabularyError(f"{error} Nothing was changed.") from error
    columns = {column.casefold(): place for place, column in enumerate(table.columns)}
    if {"example", "commodity title"} <= columns.keys():
        skills = _of_onet(table, columns["example"])
        source = "O*NET Technology Skills, US Department of Labor, CC BY 4.0"
    elif "preferredlabel" in columns:
        skills = _of_esco(table, columns)
        source = "ESCO skills, European Commission"
    else:
        raise NoVocabularyError(
            f"“{name}” is neither O*NET’s “Technology Skills” nor a file of ESCO’s skills: it has no column “Example” "
            "or “preferredLabel”. Nothing was changed."
        )
    return _kept(name, source, written(skills))


def _kept(name: str, source: str, skills: str) -> LoadedVocabulary:
    if len(skills) > LONGEST_TEXT:
        raise NoVocabularyError(
            f"“{name}” names more skills than can be kept: {len(skills):,} characters of at most {LONGEST_TEXT:,}. "
            "Nothing was changed; please load the part of it that is about your field."
        )
    return LoadedVocabulary(name=name, source=source, skills=skills)


def written(skills: Iterable[Skill]) -> str:
    """Skills in the format of a vocabulary file."""
    by_kind: dict[Kind, list[str]] = {}
    for skill in skills:
        forms = [f"{form.certainty.value}{form.text}" for form in skill.forms]
        by_kind.setdefault(skill.kind, []).append(
            f"{forms[0]} | {', '.join(forms[1:])}" if len(forms) > 1 else forms[0]
        )
    return "".join(f"[{kind.value}]\n" + "\n".join(sorted(lines)) + "\n\n" for kind, lines in by_kind.items())


def skills_with(loaded: Iterable[str]) -> tuple[Skill, ...]:
    """rutkit's own skills, and those of further vocabulary files.

    Where both know a word, rutkit's meaning counts: what a file calls otherwise becomes another name of it.
    """
    skills = {skill.name: skill for skill in vocabulary()}
    owners = {skill_key(form.text): skill.name for skill in skills.values() for form in skill.forms}
    for text in loaded:
        for skill in parse(text, "a list of skills"):
            name = owners.get(skill_key(skill.name), skill.name)
            free = tuple(form for form in skill.forms if skill_key(form.text) not in owners)
            owners.update((skill_key(form.text), name) for form in free)
            if name in skills:
                skills[name] = replace(skills[name], forms=skills[name].forms + free)
            elif free:
                skills[name] = Skill(name, skill.kind, free)
    return tuple(skills.values())


@lru_cache(maxsize=1)
def reader_with(loaded: tuple[str, ...] = ()) -> Reader:
    """A reader that knows rutkit's skills and those of further vocabulary files; the last one made is kept."""
    return Reader(skills_with(loaded))


def _own_format(data: bytes, name: str) -> str | None:
    """The text of a vocabulary file, if it is one."""
    text = decoded(data)
    if text is None or not any(line.strip() in _HEADINGS for line in text.splitlines()):
        return None
    try:
        count = sum(1 for _ in parse(text, name))
    except VocabularyError as error:
        raise NoVocabularyError(f"{error} Nothing was changed.") from error
    return text if count else None


_HEADINGS = frozenset(f"[{kind.value}]" for kind in Kind)


def _of_onet(table: Table, column: int) -> Iterator[Skill]:
    for name in sorted({cells[column] or "" for cells in table.rows}):
        forms = _forms(name, *_without_maker(name), *_abbreviated(name))
        if forms:
            yield Skill(forms[0].text, Kind.TOOL, forms)


def _of_esco(table: Table, columns: dict[str, int]) -> Iterator[Skill]:
    seen: set[str] = set()
    for cells in table.rows:
        name = _plain(cells[columns["preferredlabel"]])
        others = (cells[columns["altlabels"]] or "") if "altlabels" in columns else ""
        is_knowledge = "skilltype" not in columns or cells[columns["skilltype"]] == "knowledge"
        forms = _forms(name, *re.split(r"\n|\\n", others))
        if forms and forms[0].text not in seen:
            seen.add(forms[0].text)
            yield Skill(forms[0].text, Kind.KNOWLEDGE if is_knowledge else Kind.METHOD, forms)


def _forms(*names: str) -> tuple[Form, ...]:
    """The names as forms, each once; those that a file cannot hold, or that are no names, are left out."""
    plain = dict.fromkeys(filter(None, map(_plain, names)))
    return tuple(Form(name, _certainty(name)) for name in plain if len(name) <= LONGEST_NAME)


def _plain(name: str | None) -> str:
    """Without what is in brackets, and without the marks that mean something in a vocabulary file."""
    without_brackets = re.sub(r"\(.*?\)|\[.*?\]", " ", name or "")
    return " ".join(re.sub(r"[,|]|(?:^|\s)[#^?]+", " ", without_brackets).split())


def _certainty(name: str) -> Certainty:
    """How a form must be met: a lone word is easily another word, so it has to be written so or stand beside skills."""
    if " " in name:
        return Certainty.ANY_CASE
    is_plain = name.isalpha() and name[1:].islower()
    if len(name) <= _SHORT or (is_plain and (name[0].isupper() or len(name) < _LONG)):
        return Certainty.IN_CONTEXT
    return Certainty.ANY_CASE if is_plain else Certainty.AS_WRITTEN


_SHORT = 3
_LONG = 6


def _without_maker(name: str) -> Iterator[str]:
    """ "Adobe Acrobat" for "Adobe Systems Adobe Acrobat", as O*NET writes it."""
    words = name.split()
    if words and words[0] in words[2:]:
        yield " ".join(words[words.index(words[0], 1) :])


def _abbreviated(name: str) -> Iterator[str]:
    """ "Hypertext markup language" and "HTML" for "Hypertext markup language HTML", as O*NET writes it."""
    *words, last = name.split() or [""]
    if len(words) > 1 and last.isupper() and len(last) > 1:
        first_letter, last_letter = words[0][0].upper(), words[-1][0].upper()
        if last.startswith(first_letter) and last.endswith(last_letter):
            yield " ".join(words)
            yield last
