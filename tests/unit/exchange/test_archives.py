from __future__ import annotations

import io
import tracemalloc
import zipfile
import zlib
from collections.abc import Mapping
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutkit.exchange.archives import Archive, Limits, is_zip
from rutkit.exchange.errors import ArchiveError

LIMITS = Limits(members=10, unpacked_bytes=50_000_000, member_bytes=30_000_000)


def packed(files: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


WHOLE = packed({"a.csv": b"one,two\n1,2\n" * 40, "deep/b.txt": b"words"})


def locked(data: bytes) -> bytes:
    """The same zip, its first member marked as encrypted."""
    marked = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        marked[marked.index(signature) + offset] |= 1
    return bytes(marked)


def test_the_files_of_a_zip_are_named_and_read() -> None:
    archive = Archive(WHOLE, LIMITS)
    assert archive.names == ("a.csv", "deep/b.txt")
    assert archive.read("deep/b.txt") == b"words"


def test_a_folder_is_no_file() -> None:
    assert Archive(packed({"folder/": b"", "folder/a.csv": b"x"}), LIMITS).names == ("folder/a.csv",)


@pytest.mark.parametrize(
    "name", ["../a.csv", "/etc/a.csv", "b/../../a.csv", "C:/a.csv", "C:a.csv", "..\\a.csv"]
)
def test_a_path_that_leads_out_of_the_zip_is_not_followed(name: str) -> None:
    archive = Archive(packed({name: b"x"}), LIMITS)
    with pytest.raises(ArchiveError, match="leads out of the zip"):
        archive.read(archive.names[0])


def test_a_zip_bomb_is_not_unpacked() -> None:
    with pytest.raises(ArchiveError, match="far more than text does"):
        Archive(packed({"bomb.csv": b" " * 20_000_000}), LIMITS).read("bomb.csv")


def test_a_file_that_unpacks_to_more_than_the_zip_says_is_not_taken() -> None:
    data = packed({"a.csv": b"x" * 100}, zipfile.ZIP_STORED)
    size = (100).to_bytes(4, "little")
    with pytest.raises(ArchiveError, match="damaged within the zip"):
        Archive(data.replace(size, (40).to_bytes(4, "little")), LIMITS).read("a.csv")


def claiming_less(content: bytes, claimed: int) -> bytes:
    """A zip whose member unpacks to more than it says, with the checksum of what it says."""
    data = packed({"a.png": content})
    for true, said in (
        (len(content), claimed),
        (zlib.crc32(content), zlib.crc32(content[:claimed])),
    ):
        data = data.replace(true.to_bytes(4, "little"), said.to_bytes(4, "little"))
    return data


def test_a_repacked_zip_holds_no_more_than_it_says() -> None:
    liar = claiming_less(b"x" * 3_000_000, 1_000)
    with zipfile.ZipFile(Archive(liar, LIMITS).repacked()) as honest:
        assert honest.read("a.png") == b"x" * 1_000


def test_no_more_is_unpacked_than_the_zip_says() -> None:
    archive = Archive(claiming_less(b"x" * 30_000_000, 1_000), LIMITS)
    tracemalloc.start()
    archive.read("a.png")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 1_000_000


def test_a_locked_file_says_so() -> None:
    with pytest.raises(ArchiveError, match="locked with a password"):
        Archive(locked(WHOLE), LIMITS).read("a.csv")


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_file_that_is_packed_in_a_rare_way_says_so(compression: int) -> None:
    with pytest.raises(ArchiveError, match="rare way"):
        Archive(packed({"a.csv": b"x" * 100}, compression), LIMITS).read("a.csv")


def test_a_file_that_is_too_large_is_not_unpacked() -> None:
    small = Limits(members=10, unpacked_bytes=50_000_000, member_bytes=3)
    with pytest.raises(ArchiveError, match="larger than"):
        Archive(WHOLE, small).read("a.csv")


@pytest.mark.parametrize(
    "limits",
    [
        Limits(members=1, unpacked_bytes=1_000, member_bytes=1_000),
        Limits(members=10, unpacked_bytes=100, member_bytes=1_000),
    ],
)
def test_a_zip_of_too_much_is_not_opened(limits: Limits) -> None:
    with pytest.raises(ArchiveError, match="too much"):
        Archive(WHOLE, limits)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", WHOLE[:60], b"no zip at all"])
def test_what_is_no_whole_zip_is_called_damaged(data: bytes) -> None:
    with pytest.raises(ArchiveError, match="damaged"):
        Archive(data, LIMITS)


@settings(max_examples=300)
@given(
    changes=st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=6),
    end=st.integers(0, len(WHOLE)) | st.just(len(WHOLE)),
)
def test_a_damaged_zip_is_read_or_refused_in_words(changes: list[tuple[int, int]], end: int) -> None:
    data = bytearray(WHOLE)
    for position, byte in changes:
        data[position] = byte
    with suppress(ArchiveError):
        archive = Archive(bytes(data[:end]), LIMITS)
        for name in archive.names:
            with suppress(ArchiveError):
                archive.read(name)


def test_a_zip_is_known_by_its_first_bytes() -> None:
    assert is_zip(WHOLE)
    assert is_zip(packed({}))
    assert not is_zip(b"First Name,Last Name")
