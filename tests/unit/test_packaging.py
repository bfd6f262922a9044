"""What an installation must bring along, whether from a wheel, from a checkout or editable."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from rutkit.serving.configuration import jupyter_folder
from rutkit.serving.notebooks import notebooks_folder
from rutkit.steps import STEPS, Step


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.slug)
def test_every_step_that_is_built_brings_its_notebook(step: Step) -> None:
    assert (notebooks_folder() / step.notebook).is_file()


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.slug)
def test_every_step_that_is_built_brings_its_guide(step: Step) -> None:
    assert files(f"rutkit.steps.{step.slug}").joinpath("guide.md").is_file()


def test_plain_voila_finds_the_page_template() -> None:
    from voila.paths import collect_template_paths

    folders = collect_template_paths(["voila", "nbconvert"], "rutkit", prune=True)
    template = next(Path(folder) / "index.html.j2" for folder in folders if Path(folder).name == "rutkit")
    assert template.is_file()


def test_rutkit_serve_finds_the_page_template_and_its_own_kernel() -> None:
    assert (jupyter_folder() / "voila" / "templates" / "rutkit" / "index.html.j2").is_file()
    assert (jupyter_folder() / "kernels" / "python3" / "kernel.json").is_file()


def test_types_are_announced() -> None:
    assert files("rutkit").joinpath("py.typed").is_file()
