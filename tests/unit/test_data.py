from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import plotly.graph_objects as go
import pytest

from rutkit import data
from rutkit.home.records import record_types
from rutkit.records import Record
from rutkit.steps.emotions.records import CheckIn
from rutkit.workbook import Workbook


@pytest.fixture(scope="module")
def workbook() -> Iterator[Workbook]:
    with Workbook.temporary() as workbook:
        yield workbook


@pytest.mark.parametrize("kind", record_types(), ids=lambda kind: kind.table())
def test_every_record_type_is_a_typed_table_and_documented_as_what_it_is(
    kind: type[Record], workbook: Workbook
) -> None:
    documented = data.columns(kind).set_index("Column")["Type"].to_dict()
    frame = workbook.frame(kind)

    assert {str(name): str(dtype) for name, dtype in frame.dtypes.items()} == documented


def test_columns_say_in_what_numbers_count_and_which_choices_there_are() -> None:
    of_check_ins = data.columns(CheckIn).set_index("Column")["In what, or which"]

    assert of_check_ins["angry"] == "0 (none) to 4 (extreme)"


def test_a_picture_can_be_hovered_over_where_plotly_is_and_is_drawn_where_it_is_not() -> None:
    shown = data.picture(go.Figure(go.Bar(x=["a"], y=[1])), "One bar")._repr_mimebundle_()

    assert set(shown) == {"application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"}
    assert 'aria-label="One bar"' in str(shown["image/svg+xml"])
    assert "var(" not in str(shown["image/svg+xml"])


def test_a_locked_workbook_asks_for_its_passphrase_and_says_where_it_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUTKIT_FILE", str(tmp_path / "me.rutkit"))
    with Workbook.open() as mine:
        mine.encrypt("four quiet words")

    monkeypatch.setattr("rutkit.data.getpass", lambda _: "four quiet words")
    with data.open_here() as opened:
        assert opened.encrypted

    def nobody(_: str) -> str:
        raise RuntimeError("no keyboard")

    monkeypatch.setattr("rutkit.data.getpass", nobody)
    with pytest.raises(data.LockedError, match="Open this notebook in JupyterLab"):
        data.open_here()
