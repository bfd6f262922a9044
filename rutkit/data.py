"""For questions of one's own: the workbook in a notebook cell, what its tables hold, and a picture of a figure.

`notebooks/appendix-your-data.ipynb` shows how to use it.
"""

from __future__ import annotations

from getpass import getpass
from typing import TYPE_CHECKING

from rutkit.errors import RutkitError
from rutkit.exchange.whole.naming import title_of
from rutkit.home.moving.parts import parts
from rutkit.records import FieldSpec, Kind, Record, describe
from rutkit.serving.visit import open_for_this_page
from rutkit.workbook import PassphraseError, Workbook

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go


class LockedError(RutkitError):
    """The workbook is locked, and nobody can be asked for its passphrase here."""


def open_here() -> Workbook:
    """The workbook of whoever looks at this notebook; JupyterLab asks for its passphrase if it has one.

    Raises:
        LockedError: it has one, and this page cannot ask.
        rutkit.storage.errors.StorageError: it cannot be opened; the message says why and what to do.
    """
    try:
        return open_for_this_page()
    except PassphraseError:
        return Workbook.open(passphrase=_asked())


def _asked() -> str:
    try:
        return getpass("The passphrase of your workbook: ")
    except Exception as error:  # whatever a kernel without a keyboard raises
        raise LockedError(
            "Your workbook is locked. Open this notebook in JupyterLab (rutkit lab), where you can type its passphrase."
        ) from error


def record_types(workbook: Workbook) -> pd.DataFrame:
    """Every record type: of which step, what it holds, its columns with their units, and how many there are."""
    import pandas as pd

    return pd.DataFrame(
        [
            {
                "Step": part.number or "",
                "Record type": kind.__name__,
                "What it holds": _about(kind),
                "Columns": ", ".join(map(_named, describe(kind))),
                "Records": workbook.count(kind),
                "Import it": f"from {kind.__module__} import {kind.__name__}",
            }
            for part in parts()
            for kind in part.record_types
        ]
    )


def columns(record_type: type[Record]) -> pd.DataFrame:
    """The columns of `workbook.frame(record_type)`: what each means, in what it counts, and its type in pandas."""
    import pandas as pd

    rows = [
        {
            "Column": spec.name,
            "What it is": spec.title,
            "In what, or which": _in_what(spec),
            "Type": TYPES[spec.kind] if spec.kind is not Kind.INTEGER or spec.optional else "int64",
        }
        for spec in describe(record_type)
    ]
    return pd.DataFrame([*rows, *_KEPT])


TYPES = {
    Kind.SHORT_TEXT: "string",
    Kind.LONG_TEXT: "string",
    Kind.PARTIAL_DATE: "string",
    Kind.INTEGER: "Int64",
    Kind.DECIMAL: "float64",
    Kind.MONEY: "float64",
    Kind.DATE: "datetime64[ns]",
    Kind.MONTH: "datetime64[ns]",
    Kind.DATETIME: "datetime64[ns, UTC]",
    Kind.YES_NO: "boolean",
    Kind.CHOICE: "category",
    Kind.CHOICES: "object",
    Kind.TAGS: "object",
    Kind.SCALE: "Int64",
}
"""What a field becomes in a frame."""

_KEPT = (
    {
        "Column": "id",
        "What it is": "Its name, which others refer to",
        "In what, or which": "",
        "Type": "string",
    },
    *(
        {"Column": name, "What it is": what, "In what, or which": "", "Type": "datetime64[ns, UTC]"}
        for name, what in (("created_at", "When it was made"), ("updated_at", "When it was changed last"))
    ),
    {"Column": "version", "What it is": "How often it was saved", "In what, or which": "", "Type": "int64"},
)


class Picture:
    """A plotly figure as a cell shows it: to hover over in JupyterLab, and drawn as SVG everywhere else.

    It asks nobody for anything, which plotly's own way of showing figures may do. `words` are for those who cannot see
    it.
    """

    def __init__(self, figure: go.Figure, words: str) -> None:
        from rutkit.chart import LIGHT, dress

        self._figure = dress(figure, LIGHT)
        self._words = words

    def _repr_mimebundle_(self, **_: object) -> dict[str, object]:
        from rutkit.chart import figure_as_json
        from rutkit.exchange.drawing.svg import draw_alone
        from rutkit.widgets.chart import PLOTLY, bundle

        drawing = draw_alone(figure_as_json(self._figure), self._words)
        return {
            PLOTLY: bundle(self._figure),
            **({"image/svg+xml": str(drawing)} if drawing else {}),
            "text/plain": self._words,
        }


def picture(figure: go.Figure, words: str = "A picture") -> Picture:
    """A figure to be shown by a cell; `words` say what it shows."""
    return Picture(figure, words)


def _about(kind: type[Record]) -> str:
    return " ".join((kind.__doc__ or title_of(kind)).partition("\n\n")[0].split())


def _named(spec: FieldSpec) -> str:
    return f"{spec.name} ({spec.unit})" if spec.unit else spec.name


def _in_what(spec: FieldSpec) -> str:
    match spec.kind:
        case Kind.SCALE:
            return f"0 ({spec.choices[0]}) to {spec.steps - 1} ({spec.choices[-1]})"
        case Kind.MONEY:
            return "the workbook’s currency"
        case Kind.MONTH:
            return "the first day of the month"
        case Kind.TAGS:
            return "a tuple of words"
        case Kind.CHOICES:
            return f"a tuple of some of: {', '.join(spec.choices)}"
    return ", ".join(spec.choices) or spec.unit
