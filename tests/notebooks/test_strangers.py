"""Others on the same server, who try to read somebody's workbook by every road that it has."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from urllib.parse import quote

import psutil
import pytest
from guests import DASHBOARD, Guest, Headers
from servers import Server, rutkit_serve

from rutkit.serving.answers import HEADERS
from rutkit.serving.audience import file_name
from rutkit.steps.acknowledge.records import Acknowledgement
from rutkit.workbook import Workbook

SECRET = "I cannot stand the harbour office"
SQLITE = b"SQLite format 3"
HEADER = "X-Remote-User"
STEP = "/voila/render/01-acknowledge.ipynb"
"""A page that shows what was acknowledged as soon as it stands."""


# --- users whom a proxy names ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the users' files are; Ada's has her secret in it."""
    folder = tmp_path_factory.mktemp("shared") / "users"
    own = folder / file_name("ada")
    own.mkdir(parents=True)
    with Workbook.open(own / "workbook.rutkit") as workbook:
        workbook.add(Acknowledgement(day=date(2026, 1, 2), sentence=SECRET))
    return folder


@pytest.fixture(scope="module")
def office(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server for users."""
    options = ("--user-header", HEADER, "--users", str(folder))
    with rutkit_serve(tmp_path_factory.mktemp("office"), *options) as server:
        yield server


def user(server: Server, name: str) -> Guest:
    """A user, as the proxy hands their requests on."""
    return Guest(server.port, [(HEADER, name)])


@pytest.fixture(scope="module")
def ada(office: Server) -> Guest:
    return user(office, "ada")


@pytest.fixture(scope="module")
def hers(ada: Guest) -> str:
    """The kernel of Ada's page."""
    return ada.open(STEP)


@pytest.fixture(scope="module")
def eve(office: Server) -> Guest:
    return user(office, "eve")


@pytest.fixture(scope="module")
def eves(eve: Guest) -> str:
    """The kernel of Eve's page."""
    return eve.open(STEP)


def test_a_user_finds_their_own_words_and_nobody_elses(ada: Guest, hers: str, eve: Guest, eves: str) -> None:
    assert SECRET in ada.states(hers)
    assert SECRET not in eve.states(eves)


def test_a_users_file_is_there_the_next_time_and_private(ada: Guest, hers: str, folder: Path) -> None:
    place = folder / file_name("ada")
    again = ada.open(STEP)
    assert SECRET in ada.states(again)
    ada.leave(again)
    assert {path.stat().st_mode & 0o077 for path in (place / "workbook.rutkit",)} == {0}


@pytest.mark.parametrize(
    "path",
    [
        "/api/kernels/{hers}",
        "/api/kernels/{hers}/",
        "/api/kernels/{eves}/../{hers}",
        "/api/kernels/{eves}%2f..%2f{hers}",
        "/api/kernels/{HERS}",
        "//api/kernels/{hers}",
        "/api/kernels",
        "/api/sessions",
        "/api/contents",
        "/api/terminals",
        "/api/status",
        "/api/me",
        "/api/spec.yaml",
        "/voila/query/{hers}",
        "/voila/execution/{hers}",
        "/voila/api/contents",
        "/voila/api/contents/00-start-here.ipynb",
        "/voila/files/00-start-here.ipynb",
        "/files/00-start-here.ipynb",
        "/notebooks/00-start-here.ipynb",
        "/nbconvert/html/00-start-here.ipynb",
        "/nbextensions/",
        "/terminals/1",
        "/metrics",
        "/tree",
        "/lab",
        "/login",
        "/logout",
    ],
)
def test_no_address_tells_of_another_user(eve: Guest, eves: str, hers: str, path: str) -> None:
    answer = eve.ask(path.format(hers=hers, HERS=hers.upper(), eves=eves))
    assert answer.status in (403, 404)
    assert hers not in answer.text.replace(path, "") or hers in path.format(hers=hers, HERS="", eves="")


@pytest.mark.parametrize("method", ["DELETE", "POST", "PUT", "PATCH"])
@pytest.mark.parametrize("path", ["/api/kernels/{}", "/voila/api/shutdown/{}", "/api/kernels/{}/restart"])
def test_nobody_can_end_anothers_page(ada: Guest, eve: Guest, hers: str, path: str, method: str) -> None:
    assert eve.act(path.format(hers), method).status in (403, 404, 405)
    assert ada.ask(f"/api/kernels/{hers}").status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/api/kernels/{hers}/channels",
        "/api/kernels/{hers}/channels?session_id=1",
        "/api/kernels/{hers}/channels?token=x&kernel_id={eves}",
        "/api/kernels/{eves}/channels/../../{hers}/channels",
        "/api/kernels/{hers}/channels?{header}=ada",
        "/voila/query/{hers}",
        "/voila/execution/{hers}",
        "/terminals/websocket/1",
        "/api/events/subscribe",
    ],
)
def test_nobody_can_join_anothers_kernel(eve: Guest, eves: str, hers: str, path: str) -> None:
    assert eve.join(path.format(hers=hers, eves=eves, header=HEADER)) in (403, 404)


def test_ones_own_kernel_can_be_joined(eve: Guest, eves: str) -> None:
    assert eve.join(f"/api/kernels/{eves}/channels") == 101


def test_another_site_cannot_join_with_a_users_rights(ada: Guest, hers: str) -> None:
    headers = {"Origin": "https://elsewhere.example"}
    assert ada.join(f"/api/kernels/{hers}/channels", headers=headers) == 403


@pytest.mark.parametrize("guess", ["00000000-0000-0000-0000-000000000000", "a-b-c-d-e"])
def test_a_kernel_that_is_not_there_looks_like_anothers(eve: Guest, hers: str, guess: str) -> None:
    of_ada, of_nobody = (eve.ask(f"/api/kernels/{each}") for each in (hers, guess))
    assert (of_ada.status, of_ada.text.replace(hers, "")) == (
        of_nobody.status,
        of_nobody.text.replace(guess, ""),
    )


ROOTS: Sequence[str] = (
    *("/voila/files/", "/files/", "/voila/static/", "/static/", "/voila/templates/rutkit/static/"),
    *(
        "/voila/labextensions/",
        "/voila/api/themes/",
        "/voila/api/contents/",
        "/voila/render/",
        "/voila/tree/",
    ),
)
WAYS_UP = ("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "%252e%252e%252f", "..%5c", ".%00./", "....//")


@pytest.mark.parametrize("root", ROOTS)
def test_no_path_leads_to_anybodys_file(eve: Guest, folder: Path, root: str) -> None:
    file = folder / file_name("ada") / "workbook.rutkit"
    assert file.exists()
    inside = str(file).lstrip("/")
    paths = [
        *(f"{root}{up * depth}{inside}" for up in WAYS_UP for depth in (1, 12)),
        f"{root}/{file}",
        f"{root}{quote(str(file), safe='')}",
        f"{root}file://{file}",
    ]
    for path in paths:
        answer = eve.ask(path)
        assert answer.status in (302, 400, 403, 404, 500), path
        assert SQLITE not in answer.body


REFUSED: Sequence[Headers] = [
    [],
    [(HEADER, "")],
    [(HEADER, "ada"), (HEADER, "eve")],
    [(HEADER, "eve"), (HEADER.lower(), "ada")],
    [(HEADER, "ada, eve")],
    [(HEADER, "eve,ada")],
    [(HEADER, "ada\x7f")],
    [(HEADER, "ada\u200b")],
    [("X-Forwarded-User", "ada")],
    [(HEADER.replace("-", "_"), "ada")],
    [("X-Forwarded-For", "127.0.0.1"), ("Forwarded", "for=127.0.0.1")],
    [("Cookie", f"{HEADER}=ada")],
]


@pytest.mark.parametrize("path", [DASHBOARD, "/", "/voila/static/voila.js", "/api/kernels", "/login"])
@pytest.mark.parametrize("headers", REFUSED)
def test_a_request_that_names_nobody_or_several_is_refused(
    office: Server, headers: Headers, path: str
) -> None:
    assert Guest(office.port, headers).ask(path).status in (400, 403)


@pytest.mark.skipif(os.name == "nt" or psutil.MACOS, reason="This system has one loopback address")
@pytest.mark.parametrize("more", [[], [("X-Forwarded-For", "127.0.0.1")], [("X-Real-IP", "127.0.0.1")]])
def test_nobody_but_the_proxy_is_believed(office: Server, hers: str, more: list[tuple[str, str]]) -> None:
    stranger = Guest(office.port, [(HEADER, "ada"), *more], sender="127.0.0.2")
    assert stranger.ask(DASHBOARD).status == 403
    assert stranger.join("/api/kernels/" + hers + "/channels") in (403, 101)


@pytest.mark.parametrize(
    "headers",
    [
        [(HEADER, "Ada")],
        [(HEADER, "ada/")],
        [(HEADER, "../ada")],
        [(HEADER, "%61da")],
        [(HEADER, "аda")],
        [(HEADER, "eve"), (HEADER.replace("-", "_"), "ada")],
        [(HEADER, "eve"), ("X-Forwarded-User", "ada"), ("Remote-User", "ada")],
        [(HEADER, "eve"), ("Host", "ada"), ("X-Forwarded-Host", "localhost")],
        [(HEADER, "eve"), ("Rutkit-Whose", "user"), ("Rutkit-File", "/ada")],
    ],
)
def test_whoever_is_not_quite_ada_is_not_taken_for_her(
    ada: Guest, office: Server, hers: str, headers: Headers
) -> None:
    assert ada.ask(f"/api/kernels/{hers}").status == 200
    assert Guest(office.port, headers).ask(f"/api/kernels/{hers}").status == 403


def test_what_stands_in_an_address_makes_nobody_another(eve: Guest, hers: str) -> None:
    kernel = eve.open(f"{STEP}?{HEADER}=ada&RUTKIT_WHOSE=user&RUTKIT_FILE=ada&kernel_id={hers}&token=ada")
    assert SECRET not in eve.states(kernel)
    eve.leave(kernel)


@pytest.mark.parametrize(
    "request_text",
    [
        # Two lengths, both ways of saying it, and a second request hidden in the first one's body.
        "POST / HTTP/1.1\r\nHost: x\r\n{eve}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{hidden}",
        "POST / HTTP/1.1\r\nHost: x\r\n{eve}Content-Length: 0\r\nContent-Length: 40\r\n\r\n{hidden}",
        "GET {page} HTTP/1.1\r\nHost: x\r\n{eve}X-Remote-User : ada\r\n\r\n",
        "GET {page} HTTP/1.1\r\nHost: x\r\n{eve}\nX-Remote-User: ada\n\r\n\r\n",
        "GET {page}\rX-Remote-User:ada HTTP/1.1\r\nHost: x\r\n{eve}\r\n",
    ],
)
def test_a_request_that_can_be_read_in_two_ways_gets_no_page_of_ada(
    office: Server, request_text: str
) -> None:
    hidden = f"GET /api/kernels HTTP/1.1\r\nHost: x\r\n{HEADER}: ada\r\n\r\n"
    sent = request_text.format(eve=f"{HEADER}: eve\r\n", hidden=hidden, page="/api/kernels")
    with closing(socket.create_connection(("127.0.0.1", office.port), timeout=5)) as connection:
        connection.sendall(sent.encode("latin-1"))
        connection.shutdown(socket.SHUT_WR)
        answers = b"".join(iter(lambda: connection.recv(65_536), b""))
    assert b" 200 " not in answers.partition(b"\r\n")[0]
    assert SQLITE not in answers


@pytest.mark.parametrize(
    ("kind", "channel"),
    [
        ("execute_request", "shell"),
        ("execute_request", "control"),
        ("comm_msg", "control"),
        ("complete_request", "shell"),
        ("debug_request", "control"),
        ("shutdown_request", "control"),
    ],
)
def test_no_code_runs_for_a_page(eve: Guest, eves: str, tmp_path: Path, kind: str, channel: str) -> None:
    mark = tmp_path / "was-here"
    content = {"code": f"open({str(mark)!r}, 'w')", "cursor_pos": 1, "silent": False, "restart": False}

    async def attempt() -> None:
        talk = await eve.talk(eves)
        await talk.send(kind, content, channel=channel)
        await talk.states()  # the kernel answers what came afterwards
        await talk.close()

    asyncio.run(attempt())
    assert not mark.exists()


@pytest.mark.parametrize(
    ("path", "method"),
    [
        (DASHBOARD, "GET"),
        ("/", "GET"),
        ("/nothing", "GET"),
        ("/voila/static/voila.js", "GET"),
        ("/voila/static/nothing.js", "GET"),
        ("/voila/templates/rutkit/static/nothing", "GET"),
        ("/api/kernels/x-x-x-x-x", "GET"),
        ("/api/kernels/x-x-x-x-x", "PUT"),
        ("/nothing", "BREW"),
    ],
)
def test_every_answer_carries_the_headers(office: Server, path: str, method: str) -> None:
    guest = user(office, "headers")
    answer = guest.ask(path, method=method, headers=[("Host", f"127.0.0.1:{office.port}")])
    for name, value in HEADERS.items():
        assert (answer.headers[name] or "").startswith(value), name
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Server"] is None
    if path == DASHBOARD:
        guest.leave(answer.kernel_id)


def test_a_request_without_end_is_cut_off(eve: Guest) -> None:
    try:
        status = eve.ask("/login", method="POST", body=b"x" * 2_000_000).status
    except OSError:
        status = 400  # the connection was closed on the way
    assert status in (400, 413)


# --- visitors -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server for two visitors."""
    with rutkit_serve(tmp_path_factory.mktemp("workshop"), "--visitors", "2", "--memory", "300") as server:
        yield server


def folders(server: Server, kind: str) -> list[Path]:
    return list((server.log.parent / "home" / "temporary").glob(f"rutkit-serving-*/{kind}/*"))


def test_visitors_reach_their_own_workbook_until_the_server_is_full(workshop: Server) -> None:
    one, other = Guest(workshop.port), Guest(workshop.port)
    assert one.ask("/").headers["Location"] == DASHBOARD
    his, theirs = one.open(STEP), other.open(STEP)

    assert "This is a temporary workbook" in one.states(his)
    assert len(folders(workshop, "visitors")) == 2
    assert not workshop.file.exists(), "the owner’s own file was opened"
    if psutil.LINUX:
        limit, _ = workshop.kernel(his).rlimit(psutil.RLIMIT_DATA)
        assert 300_000_000 < limit < 1_000_000_000

    forger = Guest(workshop.port, cookies=dict(one.cookies))
    name = next(name for name in forger.cookies if name.startswith("username"))
    forger.cookies[name] = forger.cookies[name].replace("|", "|1", 1)
    for stranger in (other, forger):
        assert stranger.ask(f"/api/kernels/{his}").status == 403
        assert stranger.join(f"/api/kernels/{his}/channels") == 403
        assert stranger.leave(his).status == 403

    late = Guest(workshop.port).ask(DASHBOARD)
    assert late.status == 503
    assert late.headers["Retry-After"]
    assert "All places are taken just now" in late.text
    for name, value in HEADERS.items():
        assert late.headers[name] == value

    assert one.leave(his).status == 204
    third = Guest(workshop.port)
    kernel = third.open(STEP)
    third.leave(kernel)
    other.leave(theirs)


def test_a_page_that_is_loaded_again_finds_what_was_written_and_one_visitor_has_so_many_pages(
    workshop: Server,
) -> None:
    guest = Guest(workshop.port)
    kernel = guest.open(STEP)
    before = set(folders(workshop, "visitors"))
    guest.leave(kernel)
    kernels = [guest.open(STEP) for _ in range(4)]
    assert set(folders(workshop, "visitors")) == before
    fifth = guest.ask(STEP)
    assert fifth.status == 429
    assert "You have several of these pages open" in fifth.text
    for kernel in kernels:
        guest.leave(kernel)
