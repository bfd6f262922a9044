from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from rutkit.exchange.archives import Limits
from rutkit.exchange.postings import bundles, postings_of_path, read_postings
from rutkit.exchange.postings.found import Found, FoundPosting, Unreadable

TEXT = "We look for a baker who bakes bread at night."


def zipped(**files: bytes) -> bytes:
    return packed(files)


def packed(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def reasons(found: list[Found]) -> list[str]:
    return [one.reason for one in found if isinstance(one, Unreadable)]


def test_every_file_of_a_zip_is_read() -> None:
    data = packed({"a.txt": TEXT.encode(), "deep/b.csv": f"text\n{TEXT}\n{TEXT}!\n".encode()})
    found = list(read_postings(data, "saved.zip"))
    assert [one.where for one in found] == [
        "saved.zip/a.txt",
        "saved.zip/deep/b.csv, row 2",
        "saved.zip/deep/b.csv, row 3",
    ]


@pytest.mark.parametrize(
    "name", ["../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "C:/evil.txt", "..\\evil.txt"]
)
def test_a_path_that_leads_out_of_the_zip_is_not_followed(name: str) -> None:
    found = list(read_postings(packed({name: TEXT.encode(), "good.txt": TEXT.encode()}), "saved.zip"))
    assert reasons(found) == ["Its path leads out of the zip, so it was not opened."]
    assert sum(isinstance(one, FoundPosting) for one in found) == 1


def test_a_member_that_unpacks_to_far_more_than_text_is_not_opened() -> None:
    found = list(
        read_postings(packed({"bomb.txt": b" " * 20_000_000, "good.txt": TEXT.encode()}), "saved.zip")
    )
    assert reasons(found) == ["It unpacks to far more than text does, so it was not opened."]


def test_a_zip_of_too_much_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundles, "LIMITS", Limits(members=1, unpacked_bytes=1_000, member_bytes=1_000))
    (found,) = read_postings(zipped(a=TEXT.encode(), b=TEXT.encode()), "saved.zip")
    assert isinstance(found, Unreadable)
    assert "too much" in found.reason


def test_a_zip_within_a_zip_is_not_opened() -> None:
    (found,) = read_postings(packed({"inner.zip": zipped(a=TEXT.encode())}), "saved.zip")
    assert reasons([found]) == [
        "It is a packed or an Office file. Please unpack it, or paste the posting’s text."
    ]


def test_a_locked_member_says_so() -> None:
    data = bytearray(packed({"a.txt": TEXT.encode()}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    assert reasons(list(read_postings(bytes(data), "saved.zip"))) == [
        "It is locked with a password. Please unpack it first."
    ]


@pytest.mark.parametrize("cut", [10, 60])
def test_a_damaged_zip_says_so(cut: int) -> None:
    (found,) = read_postings(packed({"a.txt": TEXT.encode()})[:cut], "saved.zip")
    assert isinstance(found, Unreadable)


def test_what_browsers_and_systems_leave_beside_pages_is_passed_over(tmp_path: Path) -> None:
    for name in ("job.html", "job_files/ad.html", "logo.png", ".DS_Store", "__MACOSX/job.html", "style.css"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"<h1>Baker</h1><p>{TEXT * 3}</p>", "utf-8")
    assert [one.where for one in postings_of_path(tmp_path)] == ["job.html"]


def test_a_folder_is_read_in_the_order_of_names_and_without_what_is_named_besides(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "out.jsonl"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    found = postings_of_path(tmp_path, besides=[tmp_path / "out.jsonl"])
    assert [one.where for one in found] == ["a.txt", "b.txt"]


def test_what_cannot_be_read_in_a_folder_is_listed(tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_bytes(b"%PDF-1.7")
    (found,) = postings_of_path(tmp_path)
    assert found == Unreadable("cv.pdf", "It is a PDF. Please open it, select its text, and paste that.")


def test_progress_is_told_by_the_file(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    list(postings_of_path(tmp_path, on_progress=lambda done, total: told.append((done, total))))
    assert told == [(0, 2), (1, 2), (2, 2)]
