"""Pictures of every screen, to be looked at: `python tests/screenshots.py FOLDER`, or `--readme` for the README's one.

Each picture shows a whole page, as its name says: `demo-emotions-phone-dark.png`. The demo's dates follow the calendar,
so two runs on different days differ.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as StillWaiting

from rutkit.demo import write_demo
from rutkit.home.panels import ROUTES
from rutkit.serving.configuration import DASHBOARD, jupyter_folder
from rutkit.serving.server import free_port
from rutkit.steps import STEPS
from rutkit.workbook import Workbook

REPOSITORY = Path(__file__).parents[1]
README_PICTURE = REPOSITORY / "docs" / "dashboard.png"

WIDTHS = {"desktop": 1280, "phone": 360}
HEIGHT = 800
THEMES = ("light", "dark")

BROWSER_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")

DRAWN = """() => {
  const seen = (element) => element.checkVisibility();
  const charts = [...document.querySelectorAll(".rutkit-chart")].filter(seen);
  return charts.every((chart) => !chart.querySelector(".rutkit-waiting")
    && [...chart.querySelectorAll(".jp-OutputArea-output")].every((output) => output.querySelector(".main-svg")));
}"""


@dataclass(frozen=True)
class Screen:
    """One address to take a picture of. A dashboard's route is in the address after “#”."""

    name: str
    path: str
    is_workbook: bool = True


def _notebook(name: str) -> str:
    return f"/voila/render/{name}"


WORKBOOK_SCREENS = (
    *(Screen(slug, _notebook(f"{DASHBOARD}#{slug}")) for slug in ROUTES),
    *(Screen(f"notebook-{step.slug}", _notebook(step.notebook)) for step in STEPS),
)
PLAIN_SCREENS = (
    Screen("index", "/", is_workbook=False),
    Screen("404", _notebook("no-such-notebook.ipynb"), is_workbook=False),
)
LOCKED_SCREENS = (Screen("locked", _notebook(DASHBOARD)),)


def main() -> None:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="where the pictures go; it is made if need be")
    parser.add_argument(
        "--only", nargs="+", metavar="PART", help="only pictures with one of these in their name"
    )
    parser.add_argument(
        "--readme", action="store_true", help=f"write {README_PICTURE.relative_to(REPOSITORY)}"
    )
    arguments = parser.parse_args()
    if not arguments.folder and not arguments.readme:
        parser.error("name a folder, or --readme")
    with TemporaryDirectory() as folder, chromium() as browser:
        files = write_workbooks(Path(folder))
        if arguments.readme:
            with voila(files["demo"]) as address:
                take_readme_picture(browser, address)
        if arguments.folder:
            take_all(browser, files, arguments.folder, lambda name: _is_wanted(name, arguments.only))


def _is_wanted(name: str, parts: list[str] | None) -> bool:
    return not parts or any(part in name for part in parts)


def write_workbooks(folder: Path) -> dict[str, Path]:
    """A workbook with a year in it, one with nothing in it, and one that is locked."""
    files = {name: folder / f"{name}.rutkit" for name in ("demo", "empty", "locked")}
    write_demo(files["demo"])
    Workbook.open(files["empty"]).close()
    with closing(Workbook.open(files["locked"])) as workbook:
        workbook.encrypt("only a picture")
    return files


def take_all(
    browser: Browser, files: dict[str, Path], folder: Path, is_wanted: Callable[[str], bool]
) -> None:
    """Every wanted picture, in both themes and all widths."""
    folder.mkdir(parents=True, exist_ok=True)
    screens = {
        "demo": WORKBOOK_SCREENS,
        "empty": (*WORKBOOK_SCREENS, *PLAIN_SCREENS),
        "locked": LOCKED_SCREENS,
    }
    for file, path in files.items():
        pictures = [
            (f"{file}-{screen.name}-{width}-{theme}", screen, width, theme)
            for width in WIDTHS
            for theme in THEMES
            for screen in screens[file]
        ]
        wanted = [picture for picture in pictures if is_wanted(picture[0])]
        if not wanted:
            continue
        with voila(path) as address:
            for name, screen, width, theme in wanted:
                with page(browser, width=WIDTHS[width], theme=theme) as tab:
                    show(tab, address, screen)
                    tab.screenshot(path=folder / f"{name}.png", full_page=True)
                print(name, flush=True)


def take_readme_picture(browser: Browser, address: str) -> None:
    """The dashboard with the demo's year, as it is seen first."""
    README_PICTURE.parent.mkdir(exist_ok=True)
    with page(browser, width=WIDTHS["desktop"], theme="light") as tab:
        show(tab, address, Screen("emotions", _notebook(f"{DASHBOARD}#emotions")))
        tab.screenshot(path=README_PICTURE)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a window: Playwright's own, or the system's."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=BROWSER_ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def page(browser: Browser, *, width: int, theme: str) -> Iterator[Page]:
    """A tab of its own, so that nothing is remembered from the last."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


def show(tab: Page, address: str, screen: Screen) -> None:
    """Open a screen and wait until all that is seen of it has been drawn."""
    tab.goto(address + screen.path)
    if not screen.is_workbook:
        return
    tab.wait_for_selector(".rutkit-ready", timeout=60_000)
    with suppress(StillWaiting):
        tab.wait_for_function(DRAWN, timeout=30_000)
    tab.wait_for_timeout(700)


@contextmanager
def voila(file: Path) -> Iterator[str]:
    """Voilà on this machine with the repository's settings and this workbook; gives its address."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "voila", "notebooks", "--no-browser", f"--port={port}", "--token="],
        cwd=REPOSITORY,
        env={**os.environ, "RUTKIT_FILE": str(file), "JUPYTER_PATH": str(jupyter_folder())},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_it_answers(process, port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_until_it_answers(process: subprocess.Popen[bytes], port: int) -> None:
    while process.poll() is None:
        with (
            suppress(ConnectionRefusedError),
            closing(HTTPConnection("127.0.0.1", port, timeout=60)) as asking,
        ):
            asking.request("GET", "/")
            asking.getresponse()
            return
        time.sleep(0.1)
    raise RuntimeError("Voilà did not start; run it by hand to see why.")


if __name__ == "__main__":
    main()
