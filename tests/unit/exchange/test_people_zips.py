from __future__ import annotations

import io
import zipfile

import pytest

from rutkit.exchange.errors import LinkedInError, VCardError
from rutkit.exchange.people_zips import read_zip_of_people

ADA = b"BEGIN:VCARD\nFN:Ada Lovelace\nEND:VCARD\n"
BO = b"BEGIN:VCARD\nFN:Bo Berg\nEND:VCARD\nBEGIN:VCARD\nFN:Cy Cole\nEND:VCARD\n"
LINKEDIN = b"First Name,Last Name,Connected On\nDi,Dahl,12 Mar 2024\n"


def zipped(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def names(data: bytes) -> list[str]:
    return [person.name for person in read_zip_of_people(data, "people.zip").people]


def test_everybody_on_the_vcards_in_a_zip_is_found() -> None:
    assert names(zipped({"book/ada.vcf": ADA, "book/others.VCF": BO})) == [
        "Ada Lovelace",
        "Bo Berg",
        "Cy Cole",
    ]


def test_where_somebody_was_found_names_the_file_in_the_zip() -> None:
    (ada,) = read_zip_of_people(zipped({"book/ada.vcf": ADA}), "people.zip").people
    assert ada.where == "people.zip/ada.vcf, card 1"


def test_a_zip_of_linkedin_is_read_as_such_whatever_else_is_in_it() -> None:
    assert names(zipped({"Connections.csv": LINKEDIN, "ada.vcf": ADA})) == ["Di Dahl"]


def test_what_macos_keeps_beside_a_vcard_is_none() -> None:
    found = read_zip_of_people(zipped({"ada.vcf": ADA, "__MACOSX/._ada.vcf": b"\0\5\x16\7"}), "people.zip")
    assert (len(found.people), found.left_out) == (1, ())


def test_a_broken_vcard_is_left_out_with_the_reason() -> None:
    (left_out,) = read_zip_of_people(zipped({"ada.vcf": ADA, "bo.vcf": b"nothing"}), "people.zip").left_out
    assert left_out.where == "people.zip/bo.vcf"
    assert "holds no vCard" in left_out.reason


def test_a_path_that_leads_out_of_the_zip_is_not_opened() -> None:
    with pytest.raises(VCardError, match="leads out of the zip"):
        read_zip_of_people(zipped({"../ada.vcf": ADA}), "people.zip")


def test_a_vcard_that_unpacks_to_far_too_much_is_not_opened() -> None:
    with pytest.raises(VCardError, match="far more than text does"):
        read_zip_of_people(zipped({"ada.vcf": b" " * 20_000_000}), "people.zip")


def test_a_zip_of_too_many_people_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rutkit.exchange.people_zips.MOST_PEOPLE", 2)
    with pytest.raises(VCardError, match="holds 3 people"):
        read_zip_of_people(zipped({"ada.vcf": ADA, "others.vcf": BO}), "people.zip")


def test_a_zip_without_people_says_what_it_lacks() -> None:
    with pytest.raises(LinkedInError, match=r"no Connections\.csv and no vCards"):
        read_zip_of_people(zipped({"readme.txt": b"hello"}), "people.zip")


def test_a_damaged_zip_is_refused_in_a_sentence() -> None:
    with pytest.raises(VCardError, match="damaged"):
        read_zip_of_people(zipped({"ada.vcf": ADA})[:40], "people.zip")
