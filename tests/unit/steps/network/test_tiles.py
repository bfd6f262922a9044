from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.network.records import Contact
from rutkit.steps.network.tiles import COMPANIES_A_GROUP, NOWHERE, OTHERS, UNSAID, tiles


def test_a_group_holds_its_companies_however_they_are_written() -> None:
    people = [Contact(relation="friend", company=name) for name in ("Acme", "ACME Ltd.", "Acme")]
    assert [(tile.name, tile.people) for tile in tiles(people)] == [("friend", 3), ("Acme", 3)]


def test_who_has_no_company_or_group_is_there_too() -> None:
    assert [tile.name for tile in tiles([Contact(name="Ada")])] == [UNSAID, NOWHERE]


def test_small_companies_are_put_together() -> None:
    people = [Contact(company=f"Company {n}") for n in range(COMPANIES_A_GROUP + 3)]
    (others,) = [tile for tile in tiles(people) if tile.name == OTHERS]
    assert others.people == 3


def test_the_largest_group_comes_first() -> None:
    people = [Contact(relation="family"), Contact(relation="friend"), Contact(relation="friend")]
    assert [tile.name for tile in tiles(people) if not tile.parent] == ["friend", "family"]


@given(st.lists(st.tuples(st.sampled_from([None, "friend", "family"]), st.integers(0, 12)), max_size=60))
def test_the_companies_of_a_group_make_up_the_group(people: list[tuple[str | None, int]]) -> None:
    found = tiles(
        Contact.model_validate({"relation": relation, "company": f"Company {n}" if n else ""})
        for relation, n in people
    )
    inside: dict[str, int] = defaultdict(int)
    for tile in found:
        inside[tile.parent] += tile.people
    assert inside.pop("", 0) == len(people)
    assert inside == {tile.key: tile.people for tile in found if not tile.parent}
    assert len({tile.key for tile in found}) == len(found)
