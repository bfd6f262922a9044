from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from rutkit.chart import Chart, Palette, empty_chart
from rutkit.widgets.chart import CONFIG, MAXIMUM_ROWS, PLOTLY, ChartPanel, numbers_table
from rutkit.widgets.page import Page

Draw = Callable[[Palette], Chart]


def bars(*heights: float, numbers: pd.DataFrame | None = None) -> Draw:
    def draw(palette: Palette) -> Chart:
        figure = go.Figure(go.Bar(y=list(heights), marker_color=palette.accent))
        return Chart("A <finding>", "In {words}.", figure, numbers, "n = 3")

    return draw


def bundle_of(panel: ChartPanel) -> dict[str, object]:
    (output,) = panel._figure.outputs
    bundle: dict[str, object] = output["data"][PLOTLY]
    return bundle


def foot_of(panel: ChartPanel) -> str:
    return str(panel._foot.value)


def click_numbers(page: Page) -> None:
    page.bridge._receive(page.bridge, {"type": "action", "action": "numbers-mine"}, [])


def test_a_chart_has_a_finding_a_figure_a_summary_and_small_print(page: Page) -> None:
    panel = ChartPanel(page, "mine", bars(1, 2))

    assert "A &lt;finding&gt;" in panel._head.value
    assert "In {words}." in foot_of(panel)
    assert "n = 3" in foot_of(panel)
    assert bundle_of(panel)["config"] == CONFIG


def test_nothing_in_a_chart_offers_to_upload_it() -> None:
    assert not CONFIG["showSendToCloud"]
    assert not CONFIG["displaylogo"]


def test_an_empty_chart_says_what_to_do(page: Page) -> None:
    panel = ChartPanel(page, "mine", lambda _: empty_chart("Your weeks", "Check in today."))

    assert panel._figure.outputs == ()
    assert "Check in today." in foot_of(panel)
    assert "Show the numbers" not in foot_of(panel)


def test_a_chart_that_empties_takes_its_figure_away(page: Page) -> None:
    drawn: list[Draw] = [bars(1), lambda _: empty_chart("Your weeks", "Check in today.")]
    panel = ChartPanel(page, "mine", lambda palette: drawn.pop(0)(palette))

    panel.redraw()

    assert panel._figure.outputs == ()


def test_what_has_not_changed_is_not_sent_again(page: Page) -> None:
    panel = ChartPanel(page, "mine", bars(1, 2))
    sent: list[object] = []
    panel._figure.observe(sent.append, "outputs")

    panel.redraw()

    assert sent == []


def test_numbers_come_on_request_and_go_again(page: Page) -> None:
    panel = ChartPanel(page, "mine", bars(1, numbers=pd.DataFrame({"Week": ["<1>"], "Hours": [38.5]})))
    assert "38.5" not in foot_of(panel)

    click_numbers(page)
    assert "<td>&lt;1&gt;</td><td>38.5</td>" in foot_of(panel)
    assert 'aria-expanded="true"' in foot_of(panel)

    click_numbers(page)
    assert "38.5" not in foot_of(panel)


def test_a_long_table_says_how_much_of_it_is_shown() -> None:
    table = numbers_table(pd.DataFrame({"n": range(MAXIMUM_ROWS + 1)}), "n")

    assert f"The first {MAXIMUM_ROWS} of {MAXIMUM_ROWS + 1} rows." in table
    assert table.count("<tr>") == MAXIMUM_ROWS + 1


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "–"),
        (float("nan"), "–"),
        (pd.NaT, "–"),
        (pd.NA, "–"),
        (1234.5, "1,234.5"),
        (100.0, "100"),
        (np.float64(0.25), "0.25"),
        (date(2026, 11, 4), "2026-11-04"),
        (pd.Timestamp("2026-11-04"), "2026-11-04"),
        ("a & b", "a &amp; b"),
    ],
)
def test_a_number_is_written_for_people(value: object, shown: str) -> None:
    table = numbers_table(pd.DataFrame({"n": pd.Series([value], dtype=object)}), "n")

    assert f"<td>{shown}</td>" in table


def test_another_theme_is_another_color(page: Page) -> None:
    panel = ChartPanel(page, "mine", bars(1))
    light = json.dumps(bundle_of(panel))

    page.bridge.theme = "dark"

    assert json.dumps(bundle_of(panel)) != light


def test_a_closed_chart_draws_no_more(page: Page) -> None:
    drawn: list[str] = []

    def draw(palette: Palette) -> Chart:
        drawn.append(palette.name)
        return empty_chart("Your weeks", "Check in today.")

    ChartPanel(page, "mine", draw).close()
    page.bridge.theme = "dark"

    assert drawn == ["light"]


def test_a_chart_that_fails_says_so(page: Page) -> None:
    def draw(_: Palette) -> Chart:
        raise ValueError("no such week")

    ChartPanel(page, "mine", draw)

    assert "no such week" in page.notices.widget.value


def test_whatever_a_figure_holds_goes_out_as_json(page: Page) -> None:
    def draw(_: Palette) -> Chart:
        figure = go.Figure()
        for x in (
            np.array([1.5, np.nan]),
            np.array(["2026-11-04"], dtype="datetime64[D]"),
            pd.Series([pd.Timestamp("2026-11-04"), pd.NaT]),
            [Decimal("1.5"), None],
            [date(2026, 11, 4), datetime(2026, 11, 4, 9, 30)],  # noqa: DTZ001
            (np.int64(3), np.bool_(True)),
        ):
            figure.add_scatter(x=x, y=x)
        return Chart("Everything", "All of it.", figure)

    panel = ChartPanel(page, "mine", draw)

    assert page.notices.widget.value == ""
    assert "NaN" not in json.dumps(bundle_of(panel), allow_nan=False)
    assert "2026-11-04" in json.dumps(bundle_of(panel))
