"""Which encoding the bytes of other people's files are in."""

from __future__ import annotations

import codecs

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_PIECE = 1_000_000
"""Bytes that are tried at once: one rare character makes four bytes of every character of a whole text."""


def encoding_of(data: bytes, declared: str | None = None) -> str | None:
    """The encoding in which `data` is text, or None if it is no text in any.

    A byte order mark decides; then what the file declares of itself, if that fits; then UTF-8; then the old Western
    encodings, in which nearly every byte means something.
    """
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    candidates = (marked,) if marked else (declared, "utf-8", "cp1252", "latin-1")
    return next((encoding for encoding in candidates if encoding and _is_text(data, encoding)), None)


def decoded(data: bytes, declared: str | None = None) -> str | None:
    """`data` as text, without a byte order mark, or None if it is none; see `encoding_of`."""
    encoding = encoding_of(data, declared)
    return data.decode(encoding) if encoding else None


def _is_text(data: bytes, encoding: str) -> bool:
    try:
        decoder = codecs.getincrementaldecoder(encoding)()
        first = decoder.decode(data[:_PIECE])
        for start in range(_PIECE, len(data), _PIECE):
            decoder.decode(data[start : start + _PIECE])
        decoder.decode(b"", final=True)
    except (UnicodeDecodeError, LookupError):
        return False
    return not _is_binary(first)


def _is_binary(sample: str) -> bool:
    return "\0" in sample or sum(sample.count(chr(code)) for code in range(9)) * 10 > len(sample)
