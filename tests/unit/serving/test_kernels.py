from __future__ import annotations

import pytest

from rutkit.serving.audience import Capacity
from rutkit.serving.kernels import FullError, Holders, TooManyPagesError


class Server:
    """Kernels, a clock, and who holds what."""

    def __init__(self, capacity: Capacity) -> None:
        self.running: set[str] = set()
        self.now = 100.0
        self.holders = Holders(capacity, self.running, lambda: self.now)

    def open(self, name: str, kernel_id: str) -> None:
        with self.holders.entering(name) as take:
            self.running.add(kernel_id)
            take(kernel_id)


@pytest.fixture
def server() -> Server:
    return Server(Capacity(people=2, pages_each=2))


def test_a_kernel_is_reached_by_whoever_asked_for_its_page_alone(server: Server) -> None:
    server.open("ada", "1")
    assert server.holders.holds("ada", "1")
    assert not server.holders.holds("bob", "1")


def test_a_kernel_that_waits_ready_is_nobodys(server: Server) -> None:
    server.running.add("1")
    assert not server.holders.holds("ada", "1")


def test_a_kernel_that_has_ended_is_held_no_more(server: Server) -> None:
    server.open("ada", "1")
    server.running.clear()
    assert not server.holders.holds("ada", "1")


def test_a_page_that_was_left_is_reached_no_more(server: Server) -> None:
    server.open("ada", "1")
    server.holders.leave("1")
    assert not server.holders.holds("ada", "1")


def test_beyond_the_number_of_people_it_is_full(server: Server) -> None:
    server.open("ada", "1")
    server.open("bob", "2")
    with pytest.raises(FullError):
        server.open("eve", "3")
    server.open("ada", "4")


def test_a_page_on_its_way_takes_a_place(server: Server) -> None:
    server.open("ada", "1")
    with server.holders.entering("bob"), pytest.raises(FullError):
        server.open("eve", "3")


def test_a_page_that_failed_on_its_way_gives_its_place_back(server: Server) -> None:
    server.open("ada", "1")
    with pytest.raises(RuntimeError), server.holders.entering("bob"):
        raise RuntimeError
    server.open("eve", "3")


def test_a_place_is_free_again_when_somebody_leaves_or_their_kernel_ends(server: Server) -> None:
    server.open("ada", "1")
    server.open("bob", "2")
    server.holders.leave("1")
    server.open("eve", "3")
    server.running.discard("2")
    server.open("dan", "4")


def test_one_person_has_so_many_pages_and_no_more(server: Server) -> None:
    server.open("ada", "1")
    server.open("ada", "2")
    with pytest.raises(TooManyPagesError):
        server.open("ada", "3")


def test_who_is_there_is_not_absent(server: Server) -> None:
    server.open("ada", "1")
    assert server.holders.absences() == {}


def test_absence_is_counted_from_when_it_was_noticed_and_knows_a_goodbye(server: Server) -> None:
    server.open("ada", "1")
    server.open("bob", "2")
    server.holders.leave("1")
    server.running.discard("2")
    server.holders.absences()
    server.now += 7
    absences = server.holders.absences()
    assert {name: (each.seconds, each.said_goodbye) for name, each in absences.items()} == {
        "ada": (7, True),
        "bob": (7, False),
    }


def test_who_comes_back_is_absent_no_more(server: Server) -> None:
    server.open("ada", "1")
    server.holders.leave("1")
    server.holders.absences()
    server.open("ada", "2")
    assert server.holders.absences() == {}
    server.running.clear()
    assert not server.holders.absences()["ada"].said_goodbye
