from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from rutkit.chart import DARK, LIGHT, Palette
from rutkit.serving.configuration import jupyter_folder
from rutkit.steps import STEPS

TEMPLATES = jupyter_folder() / "voila" / "templates" / "rutkit"
FILES = sorted(TEMPLATES.iterdir())


def rendered(name: str, **names: Any) -> str:
    pages = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    return pages.get_template(name).render(base_url="/", **names)


def index(*names: str, path: str = "", folders: Sequence[str] = ()) -> str:
    """The page at "/" of a folder that holds these notebooks."""
    contents: list[Mapping[str, str]] = [
        *({"name": name, "type": "notebook", "path": f"{path}{name}"} for name in names),
        *({"name": name, "type": "directory", "path": f"{path}{name}"} for name in folders),
    ]
    return rendered(
        "tree.html",
        contents={"content": iter(contents), "path": path.rstrip("/"), "name": path.rstrip("/")},
        breadcrumbs=[("/voila/tree", "")],
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_template_names_another_machine(file: Path) -> None:
    addresses = re.findall(r"(?:https?:)?//[\w.-]+\.\w+", file.read_text(encoding="utf-8"))
    assert set(addresses) <= {"//www.w3.org"} | {"http://www.w3.org"}  # a namespace, never asked for


@pytest.mark.parametrize("name", ["tree.html", "error.html", "404.html", "login.html", "browser-open.html"])
def test_every_page_has_a_language_a_title_and_one_main_landmark(name: str) -> None:
    page = index("00-start-here.ipynb") if name == "tree.html" else rendered(name, xsrf_form_html=str)
    assert '<html lang="en">' in page
    assert re.search(r"<title>[^<]+</title>", page)
    assert page.count("<main>") == 1


def test_the_index_lists_the_ten_steps_as_rutkit_knows_them() -> None:
    page = unescape(index("00-start-here.ipynb"))
    assert re.findall(r'class="title">([^<]+)<', page) == [step.title for step in STEPS]
    assert re.findall(r'class="promise">(.+?)<', page) == [step.promise for step in STEPS]


def test_the_index_links_the_steps_whose_notebooks_are_there() -> None:
    page = index("00-start-here.ipynb", *(step.notebook for step in STEPS))
    linked = re.findall(r'href="/voila/render/([^"]+)"', page)
    assert linked == ["00-start-here.ipynb", *(step.notebook for step in STEPS)]


def test_the_index_lists_what_else_is_in_the_folder() -> None:
    page = index("00-start-here.ipynb", "my notes <1>.ipynb", folders=["old"])
    assert '<a href="/voila/render/my%20notes%20%3C1%3E.ipynb">my notes &lt;1&gt;.ipynb</a>' in page
    assert '<a href="/voila/tree/old">old</a>' in page


def test_a_folder_without_the_dashboard_is_listed_plainly() -> None:
    page = index("other.ipynb", path="old/")
    assert re.findall(r'href="(/voila/[^"]+)"', page) == ["/voila/render/old/other.ipynb"]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_the_page_before_the_widgets_has_the_colors_of_the_charts(palette: Palette) -> None:
    light, dark = (TEMPLATES / "look.css").read_text(encoding="utf-8").split("prefers-color-scheme: dark", 1)
    stated = dict(re.findall(r"--rutkit-page-(\w+): (#\w+)", light if palette is LIGHT else dark))
    assert {name: stated[name] for name in ("card", "ink", "soft", "line", "accent")} == {
        "card": palette.card,
        "ink": palette.ink,
        "soft": palette.soft,
        "line": palette.line,
        "accent": palette.accent,
    }
