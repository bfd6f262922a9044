"""What a stranger gets from the Binder link, with the environment that `binder/` declares.

Binder's image (repo2docker) installs `requirements.txt`, runs `postBuild` in the repository and starts JupyterLab
there, with a key and below an address of the visitor's own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from chromium import NAMES, OPTIONS, STRANGER, needed
from playwright.sync_api import expect, sync_playwright
from servers import end, wait_until_it_answers
from tabs import Tab

from rutkit.serving.configuration import DASHBOARD, POLICY
from rutkit.serving.server import free_port

REPOSITORY = Path(__file__).parents[2]
NO_PART_OF_IT = shutil.ignore_patterns(".*", "__pycache__", "node_modules", "tests", "docs", "build", "dist")
KEY = "a-key-of-this-test"
BASE = "/user/somebody-rutkit-0a1b2c3d"


@dataclass(frozen=True)
class Image:
    """What repo2docker would make: a copy of the repository, and programs."""

    repository: Path
    programs: Path

    def environment(self, home: Path) -> dict[str, str]:
        named = {
            name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "RUTKIT"))
        }
        path = f"{self.programs}{os.pathsep}{os.environ['PATH']}"
        return {**named, "PATH": path, "HOME": str(home), "BINDER_LAUNCH_HOST": "https://binder.example/"}


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Image:
    """The environment as Binder builds it, in about a minute."""
    folder = tmp_path_factory.mktemp("binder")
    python = declared_python()
    subprocess.run([python, "-m", "venv", str(folder / "environment")], check=True)
    image = Image(folder / "repository", folder / "environment" / "bin")
    shutil.copytree(REPOSITORY, image.repository, ignore=NO_PART_OF_IT)
    environment = {**os.environ, "PATH": f"{image.programs}{os.pathsep}{os.environ['PATH']}"}
    for command in (
        ["pip", "install", "--quiet", "-r", "binder/requirements.txt"],
        ["bash", "binder/postBuild"],
    ):
        done = subprocess.run(command, cwd=image.repository, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    return image


def declared_python() -> str:
    """The Python that `runtime.txt` names; without it these tests are skipped."""
    version = (
        (REPOSITORY / "binder" / "runtime.txt").read_text(encoding="utf-8").strip().removeprefix("python-")
    )
    if version == f"{sys.version_info.major}.{sys.version_info.minor}":
        return sys.executable
    found = shutil.which(f"python{version}")
    if not found or subprocess.run([found, "--version"], capture_output=True).returncode:
        pytest.skip(f"There is no Python {version} here, which binder/runtime.txt declares")
    return found


@pytest.fixture(scope="module")
def address(image: Image, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """JupyterLab as Binder starts it, under a name that is not this machine's."""
    home = tmp_path_factory.mktemp("home")
    port = free_port()
    options = (
        "--ip=127.0.0.1",
        f"--port={port}",
        f"--ServerApp.base_url={BASE}/",
        f"--ServerApp.token={KEY}",
        "--ServerApp.trust_xheaders=True",
        "--ServerApp.allow_remote_access=True",  # comes with Binder's --ip=0.0.0.0
        "--ServerApp.port_retries=0",
        "--allow-root",
        "--no-browser",
    )
    log = home / "server.log"
    with log.open("wb") as terminal:
        process = subprocess.Popen(
            [str(image.programs / "jupyter-lab"), *options],
            cwd=image.repository,
            env=image.environment(home),
            stdout=terminal,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until_it_answers(f"http://127.0.0.1:{port}{BASE}/api", process, log)
        yield f"http://{STRANGER}:{port}{BASE}"
    finally:
        end(process)


def test_the_page_says_that_it_is_temporary_gives_the_file_and_takes_it_back(
    address: str, tmp_path: Path
) -> None:
    page = f"{address}/voila/render/notebooks/{DASHBOARD}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=needed(*NAMES), args=list(OPTIONS))
        context = browser.new_context()

        first = Tab(context.new_page(), address)
        answer = first.page.goto(f"{page}?token={KEY}")
        first.wait_until_ready()
        assert answer
        assert answer.headers["content-security-policy"] == POLICY
        assert KEY not in first.page.url
        expect(first.page.get_by_text("This is a temporary workbook").first).to_be_visible()
        first.go("emotions").box("check_in", "note").fill("A visitor was here")
        first.wait_until_saved().go("workbook").button("Take a copy along").click()
        with first.page.expect_download() as download:
            first.page.get_by_role("link", name="Save ").first.click()
        download.value.save_as(tmp_path / "mine.rutkit")
        first.close()

        later = Tab(context.new_page(), address)
        later.page.goto(page)
        later.wait_until_ready().go("emotions")
        expect(later.box("check_in", "note")).to_have_value("")
        later.go("workbook").page.get_by_label("Bring a copy back").set_input_files(tmp_path / "mine.rutkit")
        later.go("emotions")
        expect(later.box("check_in", "note")).to_have_value("A visitor was here")
        later.close()

        browser.close()
    for tab in (first, later):
        assert tab.strangers() == []
        assert tab.complaints == []
