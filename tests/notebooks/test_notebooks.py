"""The notebooks as files, and run from top to bottom."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from rutkit.serving.configuration import DASHBOARD
from rutkit.steps import STEPS, Step

FOLDER = Path(__file__).parents[2] / "notebooks"
APPENDIX = FOLDER / "appendix-your-data.ipynb"
NOTEBOOKS = sorted(set(FOLDER.glob("*.ipynb")) - {APPENDIX})

each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
each_file = pytest.mark.parametrize("path", [*NOTEBOOKS, APPENDIX], ids=lambda path: path.stem)


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


def prose_of(path: Path) -> str:
    return "\n\n".join(cell.source for cell in read(path).cells if cell.cell_type == "markdown")


def links_of(path: Path) -> list[str]:
    return re.findall(r"\]\(([^)]+)\)", prose_of(path))


def test_there_is_one_for_the_dashboard_and_for_each_step_that_is_built() -> None:
    assert [path.name for path in NOTEBOOKS] == [DASHBOARD, *(step.notebook for step in STEPS)]


@each_file
def test_it_is_valid(path: Path) -> None:
    nbformat.validate(read(path))


@each_notebook
def test_it_has_prose_and_one_cell_of_code(path: Path) -> None:
    kinds = [cell.cell_type for cell in read(path).cells]
    assert kinds.count("code") == 1
    assert kinds[0] == "markdown"


@each_file
def test_nothing_of_a_run_is_stored_in_it(path: Path) -> None:
    for cell in read(path).cells:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None


@each_file
def test_its_links_lead_to_notebooks_beside_it(path: Path) -> None:
    assert links_of(path)
    assert all((FOLDER / link).is_file() for link in links_of(path))


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.slug)
def test_a_steps_notebook_links_the_dashboard_and_its_neighbors(step: Step) -> None:
    neighbors = {other.notebook for other in STEPS if abs(other.number - step.number) == 1}
    assert set(links_of(FOLDER / step.notebook)) == {DASHBOARD} | neighbors


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.slug)
def test_a_steps_notebook_shows_that_step(step: Step) -> None:
    (code,) = (cell.source for cell in read(FOLDER / step.notebook).cells if cell.cell_type == "code")
    assert f'rutkit.show("{step.slug}")' in code


@pytest.fixture(params=["an empty file", "a full one"])
def workbook_file(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "me.rutkit"
    if request.param == "a full one":
        from rutkit.demo import write_demo

        write_demo(file)
    monkeypatch.setenv("RUTKIT_FILE", str(file))
    return file


@each_notebook
def test_it_runs_from_top_to_bottom_and_shows_a_widget(path: Path, workbook_file: Path) -> None:
    notebook = read(path)
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    (code,) = (cell for cell in notebook.cells if cell.cell_type == "code")
    assert [output.output_type for output in code.outputs] == ["execute_result"]
    assert "application/vnd.jupyter.widget-view+json" in code.outputs[0].data
    assert workbook_file.exists()


def test_the_appendix_runs_from_top_to_bottom_and_every_question_has_an_answer(workbook_file: Path) -> None:
    notebook = read(APPENDIX)
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()

    outputs = {cell.id: cell.outputs for cell in notebook.cells if cell.cell_type == "code"}
    questions = [name for name in outputs if name.startswith("q")]
    assert len(questions) == 6
    for name in ("tables", "columns", *questions):
        assert [output.output_type for output in outputs[name]] == ["execute_result"], name


def test_the_appendix_names_every_record_type(workbook_file: Path) -> None:
    from rutkit import data
    from rutkit.home.records import record_types

    with data.open_here() as workbook:
        named = data.record_types(workbook)

    assert set(named["Record type"]) == {kind.__name__ for kind in record_types()}
    assert named["What it holds"].str.len().min() > 5
