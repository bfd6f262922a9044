from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.network.records import Contact
from rutkit.steps.network.same_person import SHARED_BY_MANY, find_pairs, ordered


def reasons(one: Contact, other: Contact) -> tuple[str, ...] | None:
    """What two have in common; None if they are not taken for one."""
    found = find_pairs([one, other])
    return found[0].reasons if found else None


def test_one_profile_is_one_person_whatever_the_names() -> None:
    found = reasons(
        Contact(name="Ada Lovelace", link="https://www.linkedin.com/in/ada"),
        Contact(name="Countess", link="linkedin.com/in/ada/"),
    )
    assert found == ("the same profile",)


def test_two_profiles_are_two_people_whatever_else_is_alike() -> None:
    one, other = (
        Contact(name="Ada Lovelace", company="Acme", mail="a@example.com", link=f"linkedin.com/in/ada-{n}")
        for n in (1, 2)
    )
    assert reasons(one, other) is None


def test_a_mail_address_makes_one_of_two_whose_names_may_be_one() -> None:
    found = reasons(
        Contact(name="A. Lovelace", mail="A@example.com"), Contact(name="Lovelace", mail="a@example.com")
    )
    assert found == ("the same mail address", "nearly the same name")


def test_a_mailbox_of_a_family_makes_no_one_of_two() -> None:
    assert (
        reasons(
            Contact(name="Ada Berg", mail="b@example.com"), Contact(name="Tor Holm", mail="b@example.com")
        )
        is None
    )


def test_somebody_without_a_name_is_known_by_their_address() -> None:
    found = reasons(
        Contact(name="a@example.com", mail="a@example.com"), Contact(name="Ada", mail="a@example.com")
    )
    assert found == ("the same mail address",)


def test_the_same_name_is_enough_if_it_has_two_words() -> None:
    assert reasons(Contact(name="Müller, Zoë"), Contact(name="Zoe Muller", company="Acme")) == (
        "the same name",
    )
    assert reasons(Contact(name="Zoë"), Contact(name="Zoe")) is None


def test_nearly_the_same_name_needs_the_same_company() -> None:
    one, other = "Jon Smith", "John Smith"
    assert reasons(Contact(name=one), Contact(name=other)) is None
    assert reasons(Contact(name=one, company="Acme Ltd"), Contact(name=other, company="acme")) == (
        "nearly the same name",
        "the same company",
    )


def test_a_middle_name_is_not_always_written() -> None:
    found = reasons(
        Contact(name="Ada King Lovelace", company="Acme"), Contact(name="Ada Lovelace", company="Acme")
    )
    assert found == ("nearly the same name", "the same company")


def test_the_likeliest_pair_comes_first() -> None:
    sure = [
        Contact(name="Ada Lovelace", mail="a@example.com"),
        Contact(name="Ada Lovelace", mail="a@example.com"),
    ]
    likely = [Contact(name="Bo Berg", company="Acme"), Contact(name="Bo Berg", company="Beta")]
    assert [pair.one.name for pair in find_pairs([*likely, *sure])] == ["Ada Lovelace", "Bo Berg"]


def test_people_of_whom_it_is_known_that_they_are_two_are_not_asked_about_again() -> None:
    one, other = Contact(name="Ada Lovelace"), Contact(name="Ada Lovelace")
    assert find_pairs([one, other], {ordered(one.id, other.id)}) == ()


def test_what_many_share_says_nothing() -> None:
    assert (
        find_pairs([Contact(name="John Smith", mail="info@example.com") for _ in range(SHARED_BY_MANY + 1)])
        == ()
    )


contacts = st.builds(
    Contact,
    name=st.text(alphabet="ab ", max_size=5),
    mail=st.sampled_from(["", "a@example.com"]),
    company=st.sampled_from(["", "Acme"]),
)


@given(st.lists(contacts, max_size=8))
def test_the_order_of_people_does_not_matter(people: list[Contact]) -> None:
    assert {pair.ids for pair in find_pairs(people)} == {pair.ids for pair in find_pairs(people[::-1])}
