from __future__ import annotations

import quopri
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutkit.exchange import vcards
from rutkit.exchange.errors import VCardError
from rutkit.exchange.people import FoundPerson
from rutkit.exchange.vcards import read_vcards


def card(*lines: str, version: str = "3.0") -> bytes:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode()


def person(*lines: str, version: str = "3.0") -> FoundPerson:
    (found,) = read_vcards(card(*lines, version=version), "phone.vcf").people
    return found


def reasons(data: bytes) -> list[str]:
    return [each.reason for each in read_vcards(data, "phone.vcf").left_out]


# Names


def test_the_name_is_as_it_is_spoken() -> None:
    assert person("N:Lovelace;Ada;King;Countess;", "FN:Ada Lovelace").name == "Ada Lovelace"


def test_a_name_in_parts_is_put_together() -> None:
    assert person("N:Lovelace;Ada;King;Countess;", version="2.1").name == "Ada King Lovelace"


@pytest.mark.parametrize(
    ("line", "name"),
    [("NICKNAME:Ada", "Ada"), ("EMAIL:ada@example.com", "ada@example.com"), ("TEL:555 0100", "555 0100")],
)
def test_without_a_name_somebody_is_called_as_they_can_be_reached(line: str, name: str) -> None:
    assert person(line, "FN:", "N:;;;;").name == name


def test_a_card_that_says_nothing_of_anybody_is_left_out() -> None:
    assert reasons(card("NOTE:Call later")) == ["It has no name, no mail address and no phone number."]


@pytest.mark.parametrize(
    "line", ["KIND:group", "X-ADDRESSBOOKSERVER-KIND:group", "KIND:org", "X-ABShowAs:COMPANY"]
)
def test_a_group_or_a_company_is_no_person(line: str) -> None:
    assert len(reasons(card("FN:The choir", line))) == 1


# Lines


def test_folded_lines_are_put_together() -> None:
    assert person("FN:Ada Love", " lace", "NOTE:one", "\ttwo").name == "Ada Lovelace"


def test_quoted_printable_goes_on_after_a_soft_break() -> None:
    found = person(
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB=20M=C3=BC=",
        "ller",
        "TEL:555 0100",
        version="2.1",
    )
    assert (found.name, found.phones) == ("Zoë Müller", ("555 0100",))


def test_a_soft_break_at_the_end_of_a_card_takes_no_other_card_along() -> None:
    data = card("FN;QUOTED-PRINTABLE:Ada=", version="2.1") + card("FN:Bo")
    assert [found.name for found in read_vcards(data, "phone.vcf").people] == ["Ada", "Bo"]


def test_latin_1_bytes_are_read_beside_utf_8() -> None:
    data = card("FN:Zoë").decode().encode("latin-1") + card("FN:Åse")
    assert [found.name for found in read_vcards(data, "phone.vcf").people] == ["Zoë", "Åse"]


def test_a_character_set_that_a_line_names_is_believed() -> None:
    data = card("FN;CHARSET=windows-1251:NAME").replace(b"NAME", "Ада".encode("cp1251"))
    assert [found.name for found in read_vcards(data, "phone.vcf").people] == ["Ада"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_of_byte_order_are_heeded(encoding: str) -> None:
    data = card("FN:Zoë").decode().encode(encoding)
    assert [found.name for found in read_vcards(data, "phone.vcf").people] == ["Zoë"]


@pytest.mark.parametrize("line_break", [b"\n", b"\r"])
def test_any_line_break_does(line_break: bytes) -> None:
    data = card("FN:Ada", "TITLE:Analyst").replace(b"\r\n", line_break)
    assert [found.position for found in read_vcards(data, "phone.vcf").people] == ["Analyst"]


def test_a_group_before_a_property_does_not_matter() -> None:
    assert person("FN:Ada", "item1.EMAIL;type=pref:ada@example.com", "item1.X-ABLabel:Work").mails == (
        "ada@example.com",
    )


def test_a_colon_within_quotation_marks_ends_no_parameter() -> None:
    assert person("FN:Ada", 'TEL;VALUE=uri;X-A="b:c";TYPE="work,voice":tel:+1-555-0100;ext=7').phones == (
        "+1-555-0100 ext. 7",
    )


def test_what_is_escaped_is_written_out() -> None:
    assert person("FN:Ada", r"ORG:Acme\, Inc.;Research\; Play", r"NOTE:one\ntwo \"three\"").notes == (
        'one\ntwo "three"\nDepartment: Research; Play'
    )


def test_photos_are_passed_over() -> None:
    found = person(
        "PHOTO;ENCODING=BASE64;TYPE=JPEG:", "/9j/4AAQSkZJRgABAQ==", " AAAA=", "", "FN:Ada", version="2.1"
    )
    assert found == FoundPerson("Ada", where="phone.vcf, card 1")


def test_the_card_of_an_agent_within_a_card_is_nobody_of_ones_own() -> None:
    data = card("FN:Ada", "AGENT:", "BEGIN:VCARD", "FN:Bo", "END:VCARD", "TITLE:Analyst", version="2.1")
    assert [(found.name, found.position) for found in read_vcards(data, "a.vcf").people] == [
        ("Ada", "Analyst")
    ]


# What is said of a person


def test_of_several_addresses_the_preferred_one_comes_first() -> None:
    assert person("FN:Ada", "EMAIL:a@example.com", "EMAIL;PREF=1:b@example.com").mails[0] == "b@example.com"
    assert (
        person("FN:Ada", "EMAIL:a@example.com", "EMAIL;PREF;INTERNET:b@example.com").mails[0]
        == "b@example.com"
    )


def test_a_mobile_phone_comes_before_others_and_a_fax_nowhere() -> None:
    assert person("FN:Ada", "TEL;HOME:1", "TEL;TYPE=work,fax:2", "TEL;TYPE=CELL:3").phones == ("3", "1")


def test_a_place_is_a_town_and_a_country_but_no_street() -> None:
    assert person("FN:Ada", "ADR;TYPE=HOME:;;12 Long Street;London;;N1;England").place == "London, England"


def test_a_profile_comes_before_other_sites() -> None:
    found = person(
        "FN:Ada", "URL:https://ada.example", "X-SOCIALPROFILE;type=linkedin:http://www.linkedin.com/in/ada"
    )
    assert found.links == ("http://www.linkedin.com/in/ada", "https://ada.example")


def test_groups_that_hold_everybody_are_no_tags() -> None:
    assert person("FN:Ada", r"CATEGORIES:myContacts,Choir,Math\, old").tags == ("Choir", "Math, old")


# Files


def test_a_file_without_cards_is_refused_in_a_sentence() -> None:
    with pytest.raises(VCardError, match="holds no vCard"):
        read_vcards(b"First Name,Last Name\n", "people.vcf")


def test_a_card_that_is_cut_off_is_left_out_and_said() -> None:
    whole = card("FN:Ada")
    found = read_vcards(whole + whole[:26] + whole + whole[:-20], "phone.vcf")
    assert len(found.people) == 2
    assert [each.where for each in found.left_out] == ["phone.vcf, card 2", "phone.vcf, card 4"]


def test_more_cards_than_can_be_taken_in_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vcards, "MOST_PEOPLE", 1)
    with pytest.raises(VCardError, match="holds 2 people"):
        read_vcards(card("FN:Ada") * 2, "phone.vcf")


texts = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20)


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")


def folded(line: str) -> str:
    return "\r\n ".join(line[start : start + 9] for start in range(0, len(line), 9))


@given(texts, texts, texts)
def test_a_folded_card_comes_back(name: str, company: str, tag: str) -> None:
    lines = (f"FN:{escaped(name)}", f"ORG:{escaped(company)};Lab", f"CATEGORIES:{escaped(tag)},other")
    found = person(*map(folded, lines))
    assert (found.name, found.company, found.tags[0]) == (name, company, tag)


@given(texts, texts)
def test_a_quoted_printable_card_comes_back(name: str, note: str) -> None:
    def line(key: str, text: str) -> str:
        value = quopri.encodestring(escaped(text).encode(), quotetabs=True).decode()
        return f"{key};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{value}"

    found = person(line("FN", name), line("NOTE", note), version="2.1")
    assert (found.name, found.notes) == (name, note)


PIECES = (
    b"BEGIN:VCARD", b"END:VCARD", b"FN:Ada", b"N:;", b"N;CHARSET=hex:\xff", b"AGENT:", b"TEL;PREF", b" folded",
    b"EMAIL", b"NOTE;QUOTED-PRINTABLE:=", b"ORG;CHARSET=unicode_escape:\\d\xff", b"ADR:;;;", b"\xff\xfe", b'X:"',
    b"CATEGORIES:,", b"FN:\\",
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=30), max_size=25))
def test_any_lines_are_read_or_refused_in_words(lines: list[bytes]) -> None:
    for data in (b"\n".join(lines), b"BEGIN:VCARD\n" + b"\r\n".join(lines) + b"\nEND:VCARD\n"):
        with suppress(VCardError):
            read_vcards(data, "phone.vcf")
