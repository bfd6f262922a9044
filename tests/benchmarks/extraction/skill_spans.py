"""The knowledge spans of SkillSpan: sentences of postings in which readers marked what is asked to be known."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from rutkit.steps.market.extract.reader import Reader
from rutkit.steps.market.extract.reading import Kind
from tests.benchmarks.extraction.scores import Score, Span


def score(file: Path, reader: Reader) -> tuple[Score, Score]:
    """Strict and overlapping, over all sentences of a file. Soft skills are no knowledge there."""
    strict, overlapping = Score(), Score()
    for line in file.read_text("utf-8").splitlines():
        sentence = json.loads(line)
        true = list(tagged_spans(sentence["tags_knowledge"]))
        found = found_spans(sentence["tokens"], reader)
        strict.count(found, true, strict=True)
        overlapping.count(found, true, strict=False)
    return strict, overlapping


def tagged_spans(tags: Sequence[str]) -> Iterator[Span]:
    """The spans of one sentence's tags: B begins one, I continues it."""
    first: int | None = None
    for place, tag in enumerate((*tags, "O")):
        if first is not None and tag != "I":
            yield first, place
            first = None
        if tag == "B" or (tag == "I" and first is None):
            first = place


def found_spans(tokens: Sequence[str], reader: Reader) -> set[Span]:
    """What the reader finds in the tokens, joined by blanks, as spans of tokens."""
    starts = [0, *accumulate(len(token) + 1 for token in tokens)][:-1]
    reading = reader.read(" ".join(tokens))
    return {
        (bisect_right(starts, mention.start) - 1, bisect_left(starts, mention.end))
        for mention in (*reading.skills, *reading.phrases)
        if mention.kind is not Kind.SOFT
    }
