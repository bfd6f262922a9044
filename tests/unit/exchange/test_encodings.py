from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange import encodings
from rutkit.exchange.encodings import decoded, encoding_of


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found_by_itself(encoding: str) -> None:
    assert decoded("Größe, “Café”".encode(encoding)) == "Größe, “Café”"


def test_what_a_file_declares_is_believed_if_it_fits() -> None:
    assert decoded("Łódź".encode("iso-8859-2"), declared="iso-8859-2") == "Łódź"


@pytest.mark.parametrize("declared", ["ascii", "no-such-encoding"])
def test_what_a_file_declares_is_not_believed_if_it_does_not_fit(declared: str) -> None:
    assert encoding_of("Łódź".encode(), declared) == "utf-8"


def test_a_character_may_lie_across_two_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encodings, "_PIECE", 3)
    assert encoding_of("aaé€".encode()) == "utf-8"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0", b"\xff\xfea\0b", bytes(range(9)) * 10])
def test_what_is_no_text_has_no_encoding(data: bytes) -> None:
    assert encoding_of(data) is None


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff")))
def test_every_text_in_utf_8_comes_back(text: str) -> None:
    assert decoded(text.encode()) == text
