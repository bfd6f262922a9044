"""spaCy's PhraseMatcher and flashtext with the same forms on the same texts.

    python phrase_matchers.py < {"forms": […], "texts": […]}

Prints, as JSON, the seconds each takes to start and to find what is in all the texts, and how much it finds.
"""

# mypy: ignore-errors
# It runs in an environment of its own, which this project does not depend on.

from __future__ import annotations

import json
import sys
import time


def with_spacy(forms, texts):
    import spacy
    from spacy.matcher import PhraseMatcher

    begin = time.perf_counter()
    language = spacy.blank("en")
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    matcher.add("skill", list(language.pipe(forms)))
    started = time.perf_counter()
    found = sum(len(matcher(language.make_doc(text))) for text in texts)
    return started - begin, time.perf_counter() - started, found


def with_flashtext(forms, texts):
    from flashtext import KeywordProcessor

    begin = time.perf_counter()
    processor = KeywordProcessor(case_sensitive=False)
    processor.add_keywords_from_list(forms)
    started = time.perf_counter()
    found = sum(len(processor.extract_keywords(text, span_info=True)) for text in texts)
    return started - begin, time.perf_counter() - started, found


given = json.load(sys.stdin)
results = {}
for name, measure in (("spaCy PhraseMatcher", with_spacy), ("flashtext", with_flashtext)):
    try:
        results[name] = measure(given["forms"], given["texts"])
    except ImportError:
        results[name] = None
json.dump(results, sys.stdout)
