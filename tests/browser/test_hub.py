"""An organization's JupyterHub, as `jupyterhub_config.py` sets it up: nobody gets at anybody else's workbook."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from chromium import needed
from playwright.sync_api import APIRequestContext, APIResponse, Browser, BrowserContext, expect
from servers import end, wait_until_it_answers
from tabs import Tab

from rutkit.serving import hub as shipped
from rutkit.serving.configuration import DASHBOARD, POLICY
from rutkit.serving.server import free_port

FIRST_START_SECONDS = 60

CONFIGURATION = """
load_subconfig({shipped!r})
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allowed_users = {{"ada", "ben", "chief"}}
c.Authenticator.admin_users = {{"chief"}}
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = {homes!r} + "/{{username}}"
c.Spawner.args = ["--allow-root"]
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_port = {hub_port}
c.JupyterHub.cleanup_servers = False  # the test ends them, and sooner
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy_port}"
"""
"""What the test completes: anybody by name, and processes of this machine with a home folder for each."""


ASK_THE_KERNEL = """address => new Promise(resolve => {
  const socket = new WebSocket(address.replace("http", "ws"));
  const types = [];
  const ask = (msg_type, content) => socket.send(JSON.stringify({
    channel: "shell", content, metadata: {}, parent_header: {},
    header: { msg_id: msg_type, msg_type, session: "test", username: "", version: "5.3", date: "2026-01-01T00:00:00Z" },
  }));
  socket.onopen = () => {
    ask("execute_request", { code: "1 + 1", silent: false });
    ask("kernel_info_request", {});
  };
  socket.onmessage = ({ data }) => {
    const { msg_type, parent_header } = JSON.parse(data);
    types.push(msg_type);
    if (msg_type === "kernel_info_reply" && parent_header.msg_id === "kernel_info_request") {
      socket.close();
      resolve(types);
    }
  };
})"""
"""Has a page ask its kernel to run code, and then what it is; gives the kinds of messages that came back."""


@dataclass(frozen=True)
class Hub:
    """A JupyterHub of the tests' own."""

    address: str
    homes: Path

    def workbook(self, name: str) -> Path:
        return self.homes / name / ".local" / "share" / "rutkit" / "workbook.rutkit"


@pytest.fixture(scope="module")
def hub(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    needed("configurable-http-proxy")
    folder = tmp_path_factory.mktemp("hub")
    homes = folder / "homes"
    homes.mkdir()
    port = free_port()
    (folder / "jupyterhub_config.py").write_text(
        CONFIGURATION.format(
            shipped=str(Path(shipped.__file__).parent / "jupyterhub_config.py"),
            homes=str(homes),
            port=port,
            hub_port=free_port(),
            proxy_port=free_port(),
        ),
        encoding="utf-8",
    )
    log = folder / "hub.log"
    with log.open("wb") as terminal:
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyterhub"],
            cwd=folder,
            env={**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"},
            stdout=terminal,
            stderr=subprocess.STDOUT,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_it_answers(f"{address}/hub/health", process, log)
        yield Hub(address, homes)
    finally:
        end(process)


@pytest.fixture(scope="module")
def log_in(hub: Hub, browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Opens a browser profile in which somebody is logged in; unless told otherwise, their server starts meanwhile."""
    contexts: list[BrowserContext] = []

    def log_in(name: str, *, towards: str = "/hub/spawn") -> BrowserContext:
        contexts.append(browser.new_context(viewport={"width": 1280, "height": 860}))
        request = contexts[-1].request
        request.get(f"{hub.address}/hub/login")
        answer = request.post(
            f"{hub.address}/hub/login",
            params={"next": towards},
            form={"username": name, "password": "", "_xsrf": cookie(contexts[-1], f"{hub.address}/hub/")},
        )
        assert answer.ok
        return contexts[-1]

    yield log_in
    for context in contexts:
        context.close()


def cookie(context: BrowserContext, address: str) -> str:
    """The cookie that a page of this address must repeat in what it sends."""
    return next(str(each.get("value")) for each in context.cookies(address) if each.get("name") == "_xsrf")


@dataclass(frozen=True)
class Person:
    """Somebody who is logged in and has their workbook open."""

    name: str
    tab: Tab
    request: APIRequestContext
    """Asks with the person's cookies, as a page in their browser does."""

    def ask(self, address: str, **how: Any) -> APIResponse:
        return self.request.get(address, headers={"Sec-Fetch-Mode": "navigate"}, **how)


@pytest.fixture(scope="module")
def people(hub: Hub, log_in: Callable[..., BrowserContext]) -> Iterator[tuple[Person, Person]]:
    """Ada and Ben, each in a browser of their own, each with something written."""
    entered = {name: log_in(name) for name in ("ada", "ben")}
    tabs = {name: Tab(context.new_page(), hub.address) for name, context in entered.items()}
    for tab in tabs.values():
        tab.page.goto(hub.address, timeout=FIRST_START_SECONDS * 1000)
    for name, tab in tabs.items():
        tab.page.wait_for_url(f"**/user/{name}/**", timeout=FIRST_START_SECONDS * 1000)
        tab.wait_until_ready().go("emotions")
        tab.box("check_in", "note").fill(f"{name} was here")
        tab.wait_until_saved()
    ada, ben = (Person(name, tabs[name], entered[name].request) for name in entered)
    yield ada, ben
    for tab in tabs.values():
        tab.close()
    assert [tab.strangers() for tab in tabs.values() if tab.strangers()] == []
    assert [tab.complaints for tab in tabs.values() if tab.complaints] == []


def test_everybody_lands_on_a_dashboard_and_finds_what_they_alone_wrote(
    hub: Hub, people: tuple[Person, Person]
) -> None:
    for person in people:
        tab = person.tab
        assert f"/user/{person.name}/voila/render/{DASHBOARD}" in tab.page.url
        tab.reload("emotions")
        expect(tab.box("check_in", "note")).to_have_value(f"{person.name} was here")
        expect(tab.page.get_by_text("on your organization’s server").first).to_be_attached()
        assert hub.workbook(person.name).is_file()


def test_a_steps_own_notebook_and_its_links_work_below_a_persons_address(
    people: tuple[Person, Person],
) -> None:
    ada, _ = people
    page = ada.tab.page.context.new_page()
    page.goto(ada.tab.page.url.replace(DASHBOARD, "03-emotions.ipynb").partition("#")[0])
    page.get_by_role("link", name="Dashboard").click()
    page.wait_for_url(f"**/user/ada/voila/render/{DASHBOARD}")
    page.close()


PLACES = (
    f"voila/render/{DASHBOARD}",
    "voila/tree",
    "voila/files/voila.json",
    f"files/{DASHBOARD}",
    f"nbconvert/html/{DASHBOARD}",
    "api/contents",
    "api/kernels",
    "api/sessions",
    "api/status",
    "api/me",
)


def test_nobody_gets_into_the_server_of_somebody_else(hub: Hub, people: tuple[Person, Person]) -> None:
    ada, ben = people
    kernel = f"api/kernels/{ben.tab.kernel_id()}"
    for place in (*PLACES, kernel, f"{kernel}/channels"):
        assert ada.ask(f"{hub.address}/user/ben/{place}").status in (403, 404), place
    assert ben.ask(f"{hub.address}/user/ben/{kernel}").ok


def test_nobody_gets_into_the_server_of_somebody_else_with_a_token_of_their_own(
    hub: Hub, people: tuple[Person, Person], playwright: Any
) -> None:
    ada, ben = people
    kernel = f"api/kernels/{ben.tab.kernel_id()}"
    made = ada.request.post(
        f"{hub.address}/hub/api/users/ada/tokens",
        params={"_xsrf": cookie(ada.tab.page.context, f"{hub.address}/hub/")},
        data={},
    )
    key = {"Authorization": f"token {made.json()['token']}"}
    with_key = playwright.request.new_context(extra_http_headers=key)
    assert with_key.get(f"{hub.address}/user/ada/api/kernels").ok
    for place in (*PLACES, kernel, f"{kernel}/channels"):
        assert with_key.get(f"{hub.address}/user/ben/{place}").status in (403, 404), place
    with_key.dispose()


def test_not_even_an_administrator_of_the_hub_gets_into_a_persons_server(
    hub: Hub, people: tuple[Person, Person], log_in: Callable[..., BrowserContext]
) -> None:
    chief = log_in("chief", towards="/hub/home")
    key = chief.request.post(
        f"{hub.address}/hub/api/users/chief/tokens",
        params={"_xsrf": cookie(chief, f"{hub.address}/hub/")},
        data={},
    ).json()["token"]
    for place in PLACES:
        answer = chief.request.get(
            f"{hub.address}/user/ada/{place}", headers={"Authorization": f"token {key}"}
        )
        assert answer.status in (403, 404), place


def test_whoever_is_not_logged_in_is_asked_to(
    hub: Hub, people: tuple[Person, Person], playwright: Any
) -> None:
    anybody = playwright.request.new_context()
    page = anybody.get(f"{hub.address}/user/ada/voila/render/{DASHBOARD}")
    assert "/hub/login" in page.url
    assert anybody.get(f"{hub.address}/user/ada/api/kernels").status == 403
    anybody.dispose()


def test_after_logging_out_the_workbook_is_closed(
    hub: Hub, people: tuple[Person, Person], log_in: Callable[..., BrowserContext]
) -> None:
    again = log_in("ada", towards="/hub/home").request
    kernels = f"{hub.address}/user/ada/api/kernels"
    again.get(f"{hub.address}/user/ada/voila/tree")
    assert again.get(kernels).ok
    again.get(f"{hub.address}/user/ada/logout")
    assert again.get(kernels).status == 403


def test_nobody_runs_code_or_changes_a_notebook_through_the_server(
    hub: Hub, people: tuple[Person, Person]
) -> None:
    ada, _ = people
    own = f"{hub.address}/user/ada"
    key = cookie(ada.tab.page.context, f"{own}/")
    for method, place in (
        ("POST", "api/kernels"),
        ("POST", "api/sessions"),
        ("PUT", "api/contents/mine.ipynb"),
        ("DELETE", f"api/contents/{DASHBOARD}"),
        ("PATCH", "api/config/notebook"),
    ):
        answer = ada.request.fetch(f"{own}/{place}", method=method, params={"_xsrf": key}, data={})
        assert (answer.status, "not authorized" in answer.text()) == (403, True), place
    answered = ada.tab.evaluate(ASK_THE_KERNEL, f"{own}/api/kernels/{ada.tab.kernel_id()}/channels")
    assert "kernel_info_reply" in answered
    assert "execute_reply" not in answered


def test_a_persons_server_has_our_policy_and_pages_and_nothing_but_the_workbook(
    hub: Hub, people: tuple[Person, Person]
) -> None:
    ada, _ = people
    own = f"{hub.address}/user/ada"
    index = ada.ask(f"{own}/voila/tree")
    assert index.headers["content-security-policy"] == POLICY
    assert f'href="/user/ada/voila/render/{DASHBOARD}"' in index.text()
    assert "rutkit" in ada.ask(f"{own}/nothing").text()
    assert ada.ask(f"{own}/voila/files/{DASHBOARD}").status == 403
    assert [ada.ask(f"{own}/{place}").status for place in ("lab", "api/terminals", "tree")] == [404, 404, 404]
