from __future__ import annotations

from typing import Any

from rutkit.widgets.bridge import Bridge


def receive(bridge: Bridge, content: bytes = b"", **message: Any) -> None:
    bridge._receive(bridge, message, [memoryview(content)])


def test_a_click_reaches_who_asked_for_it() -> None:
    bridge = Bridge()
    sent: list[object] = []
    bridge.on_action("edit", lambda data: sent.append(data["id"]))

    receive(bridge, type="action", action="edit", id="a1")
    receive(bridge, type="action", action="remove", id="a1")

    assert sent == ["a1"]


def test_who_has_gone_is_not_reached() -> None:
    bridge = Bridge()
    sent: list[object] = []
    forget = bridge.on_action("edit", sent.append)

    forget()
    forget()
    receive(bridge, type="action", action="edit", id="a1")

    assert sent == []


def test_who_leaves_late_takes_nobody_else_along() -> None:
    bridge = Bridge()
    sent: list[object] = []
    forget = bridge.on_action("edit", lambda _: None)
    bridge.on_action("edit", sent.append)

    forget()
    receive(bridge, type="action", action="edit")

    assert len(sent) == 1


def test_a_file_comes_in_pieces_and_is_handed_over_once() -> None:
    bridge = Bridge()
    files: list[object] = []
    bridge.on_upload("file", lambda content, name: files.append((content, name)))

    for piece, content in enumerate([b"ab", b"cd", b"e"]):
        receive(bridge, content, type="upload", action="file", name="a.csv", number=0, piece=piece, pieces=3)

    assert files == [(b"abcde", "a.csv")]
    assert bridge._uploads == {}


def test_the_first_of_several_files_tells_of_the_choice() -> None:
    bridge = Bridge()
    heard: list[object] = []
    bridge.on_upload("file", lambda content, name: heard.append(name), lambda: heard.append("choice"))

    for number, name in enumerate(["a.csv", "b.csv"]):
        receive(bridge, b"", type="upload", action="file", name=name, number=number, piece=0, pieces=1)

    assert heard == ["choice", "a.csv", "b.csv"]


def test_a_file_that_is_begun_again_begins_again() -> None:
    bridge = Bridge()
    files: list[object] = []
    bridge.on_upload("file", lambda content, name: files.append(content))

    receive(bridge, b"ab", type="upload", action="file", name="a.csv", number=0, piece=0, pieces=2)
    receive(bridge, b"xy", type="upload", action="file", name="b.csv", number=0, piece=0, pieces=1)

    assert files == [b"xy"]


def test_of_a_file_that_is_too_large_nothing_is_kept_whatever_the_page_sends() -> None:
    bridge = Bridge()
    heard: list[object] = []
    bridge.on_upload(
        "file", lambda content, name: heard.append(content), on_too_large=heard.append, maximum_bytes=3
    )

    for piece in range(4):
        receive(bridge, b"ab", type="upload", action="file", name="a.csv", number=0, piece=piece, pieces=4)
    assert heard == ["a.csv"]
    assert bridge._uploads == {}

    receive(
        bridge, b"", type="upload", action="file", name="b.csv", number=1, piece=0, pieces=1, too_large=True
    )
    assert heard == ["a.csv", "b.csv"]


def test_a_file_that_nothing_on_the_page_asked_for_is_not_kept() -> None:
    bridge = Bridge()
    receive(bridge, b"ab", type="upload", action="unknown", name="a.csv", number=0, piece=0, pieces=2)
    assert bridge._uploads == {}


def test_a_piece_without_a_beginning_is_no_file() -> None:
    bridge = Bridge()
    files: list[object] = []
    bridge.on_upload("file", lambda content, name: files.append(content))

    receive(bridge, b"cd", type="upload", action="file", name="a.csv", number=0, piece=1, pieces=2)

    assert files == []


def test_the_first_sign_of_life_counts_once() -> None:
    bridge = Bridge()
    signs: list[str] = []
    bridge.on_first_sign(lambda: signs.append("here"))
    assert not bridge.is_seen

    receive(bridge, type="ping")
    receive(bridge, type="ping")

    assert signs == ["here"]
    assert bridge.is_seen
