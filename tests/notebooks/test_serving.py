"""Real servers: `voila` and `rutkit`, asked over HTTP as a browser would."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path

import nbformat
import pytest

from rutkit.serving.configuration import DASHBOARD, POLICY, SETTINGS
from rutkit.serving.server import free_port

REPOSITORY = Path(__file__).parents[2]

WHOSE = "from rutkit.serving.visit import open_for_this_page\nprint('opened', open_for_this_page().path)"

STARTED_AHEAD, STARTED_WHEN_ASKED = DASHBOARD, "other.ipynb"
each_kernel = pytest.mark.parametrize("notebook", [STARTED_AHEAD, STARTED_WHEN_ASKED])


@dataclass(frozen=True)
class Answer:
    """What a server answers."""

    status: int
    headers: Message
    text: str


@dataclass(frozen=True)
class Server:
    """A server of this test's own."""

    process: subprocess.Popen[str]
    port: int

    def ask(self, path: str, *, host: str = "127.0.0.1", **headers: str) -> Answer:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET", path, headers={"Host": f"{host}:{self.port}", **named})
            with connection.getresponse() as response:
                return Answer(response.status, response.headers, response.read().decode())


@contextmanager
def running(command: list[str], port: int, folder: Path, file: Path, **environment: str) -> Iterator[Server]:
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "RUTKIT_FILE": str(file), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    server = Server(process, port)
    try:
        _wait_until_it_answers(server)
        yield server
    finally:
        process.terminate()
        process.communicate(timeout=30)


def _wait_until_it_answers(server: Server) -> None:
    for _ in range(300):
        try:
            server.ask("/login")
            return
        except ConnectionRefusedError:
            assert server.process.poll() is None, server.process.communicate()[0]
            time.sleep(0.1)
    raise AssertionError("The server does not answer")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The owner's workbook."""
    return tmp_path_factory.mktemp("owner") / "owner.rutkit"


@pytest.fixture(scope="module")
def voila(tmp_path_factory: pytest.TempPathFactory, file: Path) -> Iterator[Server]:
    """Plain Voilà with the repository's `voila.json` and notebooks that say whose workbook they open."""
    folder = tmp_path_factory.mktemp("notebooks")
    for name in (STARTED_AHEAD, STARTED_WHEN_ASKED):
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(WHOSE)])  # type: ignore[no-untyped-call]
        nbformat.write(notebook, folder / name)  # type: ignore[no-untyped-call]
    shutil.copy(REPOSITORY / "voila.json", folder)
    port = free_port()
    command = [sys.executable, "-m", "voila", ".", "--no-browser", f"--port={port}"]
    # A proxy that is nobody: what goes to this machine must not go there.
    with running(command, port, folder, file, HTTP_PROXY="http://127.0.0.1:9") as server:
        yield server


def opened_by(answer: Answer) -> str:
    found = re.search(r"opened (\S+)", answer.text)
    assert found, "The notebook did not run"
    return found[1]


@each_kernel
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_the_owner_gets_their_own_workbook(voila: Server, file: Path, host: str, notebook: str) -> None:
    assert opened_by(voila.ask(f"/voila/render/{notebook}", host=host)) == str(file)


@each_kernel
@pytest.mark.parametrize("host", ["rutkit.example", "localhost.rutkit.example"])
def test_another_host_name_does_not_get_the_owners(
    voila: Server, file: Path, host: str, notebook: str
) -> None:
    assert opened_by(voila.ask(f"/voila/render/{notebook}", host=host)) != str(file)


@each_kernel
def test_a_proxy_that_says_localhost_does_not_get_the_owners(
    voila: Server, file: Path, notebook: str
) -> None:
    answer = voila.ask(f"/voila/render/{notebook}", X_Forwarded_For="203.0.113.7")
    assert opened_by(answer) != str(file)


@pytest.mark.parametrize("path", ["/", f"/voila/render/{STARTED_WHEN_ASKED}", "/voila/render/none.ipynb"])
def test_every_page_carries_the_policy(voila: Server, path: str) -> None:
    answer = voila.ask(path)
    for header, value in SETTINGS["Voila"]["tornado_settings"]["headers"].items():
        assert answer.headers[header] == value


@pytest.mark.parametrize("path", ["/voila/files/voila.json", f"/voila/files/{DASHBOARD}"])
def test_no_file_is_handed_out(voila: Server, path: str) -> None:
    assert voila.ask(path).status == 403


def test_an_error_in_a_cell_shows_no_traceback(voila: Server, file: Path) -> None:
    folder = Path(f"/proc/{voila.process.pid}/cwd").resolve()
    cell = nbformat.v4.new_code_cell("secret = 1\nraise ValueError(secret)")  # type: ignore[no-untyped-call]
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), folder / "failing.ipynb")  # type: ignore[no-untyped-call]
    page = voila.ask("/voila/render/failing.ipynb").text
    assert "Please reload the page" in page
    assert "ValueError" not in page


@pytest.fixture(scope="module")
def rutkit(tmp_path_factory: pytest.TempPathFactory, file: Path) -> Iterator[Server]:
    """`rutkit`, started where somebody else's `voila.json` lies."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "voila.json").write_text(
        '{"Voila": {"tornado_settings": {}, "ip": "0.0.0.0"}}', encoding="utf-8"
    )
    port = free_port()
    command = [sys.executable, "-m", "rutkit.cli", "--no-browser", f"--port={port}"]
    with running(command, port, folder, file, PYTHONUNBUFFERED="1") as server:
        yield server


@pytest.fixture(scope="module")
def address(rutkit: Server) -> str:
    """The path that `rutkit` shows, key included."""
    assert rutkit.process.stdout
    for line in rutkit.process.stdout:
        found = re.search(rf"http://127\.0\.0\.1:{rutkit.port}(/\S+)", line)
        if found:
            return found[1]
    raise AssertionError("No address was shown")


@pytest.mark.parametrize("path", ["/", f"/voila/render/{DASHBOARD}", "/voila/tree", "/elsewhere"])
def test_without_the_key_there_is_only_the_page_that_asks_for_it(rutkit: Server, path: str) -> None:
    answer = rutkit.ask(path)
    assert answer.status == 302
    assert (answer.headers["Location"] or "").startswith("/login?")


def test_the_page_that_asks_for_the_key_has_our_look_and_policy(rutkit: Server) -> None:
    answer = rutkit.ask("/login")
    assert "This workbook asks for its key" in answer.text
    assert answer.headers["Content-Security-Policy"] == POLICY


def test_with_the_key_the_dashboard_opens_and_the_browser_remembers(rutkit: Server, address: str) -> None:
    answer = rutkit.ask(address)
    assert "<title>Your workbook · rutkit</title>" in answer.text
    cookie = (answer.headers["Set-Cookie"] or "").partition(";")[0]
    assert "<title>Your workbook" in rutkit.ask("/", Cookie=cookie).text
    assert "There is no such page" in rutkit.ask("/elsewhere", Cookie=cookie).text


def test_a_wrong_key_is_refused(rutkit: Server) -> None:
    assert rutkit.ask(f"/voila/render/{DASHBOARD}?token=guess").status == 302


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no Ctrl-C for one process of ours alone")
def test_ctrl_c_ends_it_with_one_line(file: Path, tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "rutkit.cli", "--no-browser", f"--port={port}"]
    with running(command, port, tmp_path, file, TMPDIR=str(tmp_path)) as server:
        assert list(tmp_path.glob("rutkit-serving-*"))
        server.process.send_signal(signal.SIGINT)
        said, _ = server.process.communicate(timeout=30)
    assert server.process.returncode == 0
    assert said.rstrip().endswith("Press Ctrl-C here to close it.\nClosed. Everything you wrote is saved.")
    assert not list(tmp_path.glob("rutkit-serving-*")), "something temporary was left behind"
