from __future__ import annotations

from rutkit.steps.market.extract.places import Phrases, Places
from rutkit.steps.market.extract.sentences import Sentence
from rutkit.steps.market.extract.words import Words


def places(*texts: str) -> Places:
    sentences: list[Sentence] = []
    posting = ""
    for text in texts:
        sentences.append(Sentence(len(posting), len(posting) + len(text), text, None))
        posting += f"{text} "
    return Places(Words(posting), sentences)


def test_a_phrase_is_found_in_any_case_and_with_a_hyphen() -> None:
    found = places("Full-Time work").naming(Phrases("full time"))
    assert found == [(0, "full time")]


def test_a_part_of_a_word_is_not_the_word() -> None:
    assert places("decathlon and catalog").naming(Phrases("cat")) == []


def test_what_is_said_around_ends_with_the_sentence() -> None:
    posting = places("Before it.", "A degree in law.", "After it.")
    around = list(posting.around(posting.naming(Phrases("degree")), 50, 50))
    assert [place.text for place in around] == ["A degree in law."]


def test_places_close_together_are_one_piece_that_names_both() -> None:
    posting = places("A degree or a diploma in law")
    (place,) = posting.around(posting.naming(Phrases("degree", "diploma")), 20, 20)
    assert place.phrases == {"degree", "diploma"}


def test_no_word_is_cut_in_two() -> None:
    posting = places("Responsibilities include much and a degree in law")
    (place,) = posting.around(posting.naming(Phrases("degree")), 10, 4)
    assert place.text == "and a degr"


def test_breaks_that_were_lost_are_put_back() -> None:
    posting = places("Bachelor's degree requiredExperience neededMust drive")
    (place,) = posting.around(posting.naming(Phrases("degree")), 50, 60)
    assert place.text == "Bachelor's degree required Experience needed Must drive"


def test_a_long_word_of_an_address_is_not_taken_for_several() -> None:
    posting = places("Apply at www.jobs.example/SeniorPurchaseLedgerClerkJob and bring a DegreeOrDiploma")
    assert "Degree Or" not in posting.text
