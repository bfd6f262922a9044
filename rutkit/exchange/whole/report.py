"""A workbook as one HTML file to read, print and keep: findings, drawings, the numbers behind them, the answers.

It needs nothing else and asks nobody for anything: drawings are SVG, and a Content-Security-Policy allows neither
scripts nor requests. It follows the reader's theme, and prints in the light one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import TYPE_CHECKING

from markupsafe import Markup

from rutkit.chart import DARK, LIGHT, Chart, Palette, figure_as_json
from rutkit.exchange.drawing.svg import draw, variables
from rutkit.exchange.whole.naming import in_words, title_of
from rutkit.formatting import format_cell, format_date
from rutkit.records import FieldSpec, Kind, Record, describe

if TYPE_CHECKING:
    import pandas as pd

MOST_ROWS = 100
"""Of a table; the whole of it leaves as Excel or CSV."""
LONGEST_TEXT = 2_000


@dataclass(frozen=True)
class Section:
    """A step in a report."""

    number: int
    title: str
    charts: Sequence[Chart]
    """Those that are empty are left out."""
    answers: Sequence[tuple[type[Record], Sequence[Record]]]


def write_report(
    sections: Sequence[Section],
    *,
    names: Mapping[str, str],
    currency: str,
    today: date,
    with_private: bool,
    palette: Palette = LIGHT,
) -> bytes:
    """The file. `names` are what records are called that others point at; charts were drawn in `palette`."""
    written = [
        (section, content)
        for section in sections
        for content in ["".join(_content(section, names, currency, with_private, palette))]
        if content
    ]
    body = Markup("").join(
        Markup('<section id="step-{n}"><h2>{title}</h2>{content}</section>').format(
            n=section.number, title=_heading(section), content=Markup(content)
        )
        for section, content in written
    )
    links = Markup("").join(
        Markup('<li><a href="#step-{n}">{title}</a></li>').format(n=section.number, title=_heading(section))
        for section, _ in written
    )
    return (
        _PAGE.format(
            colors=Markup(_css(LIGHT)),
            dark=Markup(_css(DARK)),
            style=Markup(_STYLE),
            day=format_date(today),
            private=_WITH_PRIVATE if with_private else _WITHOUT_PRIVATE,
            links=links,
            body=body or Markup("<p>Nothing is written in these steps yet.</p>"),
        )
    ).encode()


def _heading(section: Section) -> str:
    return f"{section.number} · {section.title}" if section.number else section.title


def _content(
    section: Section, names: Mapping[str, str], currency: str, with_private: bool, palette: Palette
) -> Iterator[Markup]:
    for chart in section.charts:
        if not chart.is_empty:
            yield _finding(chart, palette)
    answers = [
        table
        for kind, records in section.answers
        for table in [_answers(kind, records, names, currency, with_private)]
        if table
    ]
    if answers:
        yield Markup('<h3 class="answers">Your answers</h3>')
        yield from answers


def _finding(chart: Chart, palette: Palette) -> Markup:
    drawing = draw(figure_as_json(chart.figure), chart.summary, palette) if chart.figure else Markup("")
    return Markup("<figure><h3>{title}</h3>{drawing}<p>{summary}</p>{note}{numbers}</figure>").format(
        title=chart.title,
        drawing=Markup('<div class="scroll">{}</div>').format(drawing) if drawing else "",
        summary=chart.summary,
        note=Markup('<p class="source">{}</p>').format(chart.note) if chart.note else Markup(""),
        numbers=_numbers(chart.numbers) if chart.numbers is not None else Markup(""),
    )


def _numbers(numbers: pd.DataFrame) -> Markup:
    shown = numbers.head(MOST_ROWS)
    rows = ([format_cell(value) for value in row] for row in shown.itertuples(index=False))
    return Markup("<details><summary>The numbers</summary>{table}{more}</details>").format(
        table=_table([str(name) for name in numbers.columns], rows),
        more=_more(len(numbers) - len(shown)),
    )


def _answers(
    kind: type[Record],
    records: Sequence[Record],
    names: Mapping[str, str],
    currency: str,
    with_private: bool,
) -> Markup:
    """The records of a type: as a list if there is only one, else as a table of the fields that somebody filled."""
    shown = [
        spec
        for spec in describe(kind)
        if not spec.is_behind_the_scenes
        and (with_private or not spec.is_private)
        and any(_is_filled(spec, record) for record in records)
    ]
    if not shown:
        return Markup("")

    def said(spec: FieldSpec, record: Record) -> str:
        words = in_words(spec, record, currency=currency, names=names)
        return words if len(words) <= LONGEST_TEXT else shorten(words, LONGEST_TEXT, placeholder="…")

    title = Markup("<h4>{}</h4>").format(title_of(kind))
    if len(records) == 1:
        rows = Markup("").join(
            Markup("<dt>{}</dt><dd>{}</dd>").format(spec.title, said(spec, records[0]))
            for spec in shown
            if _is_filled(spec, records[0])
        )
        return title + Markup("<dl>{}</dl>").format(rows)
    newest = records[-MOST_ROWS:]
    table = _table([spec.title for spec in shown], ([said(spec, each) for spec in shown] for each in newest))
    return title + table + _more(len(records) - len(newest))


def _is_filled(spec: FieldSpec, record: Record) -> bool:
    value = getattr(record, spec.name)
    if value in (None, "", ()):
        return False
    return spec.kind is not Kind.SHORT_TEXT or bool(str(value).strip())


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    header = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in head)
    body = Markup("").join(
        Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(cell) for cell in row))
        for row in rows
    )
    return Markup(
        '<div class="scroll"><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
    ).format(header, body)


def _more(count: int) -> Markup:
    if count <= 0:
        return Markup("")
    return Markup('<p class="source">And {} more; all of them leave as Excel or CSV.</p>').format(
        f"{count:,}"
    )


def _css(palette: Palette) -> str:
    return ";".join(f"--{name}:{color}" for name, color in variables(palette).items())


_WITHOUT_PRIVATE = "Notes, letters, messages and what you wrote for yourself are left out."
_WITH_PRIVATE = "With notes and messages that nobody else was meant to read: mind to whom you give it."

_STYLE = """
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:2rem 1rem;background:var(--page);color:var(--ink);
font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
h1{margin:0;font-size:2rem;line-height:1.2}
h2{margin:3rem 0 1rem;padding-top:1rem;border-top:2px solid var(--accent);font-size:1.5rem;line-height:1.25}
h3{margin:0 0 .5rem;font-size:1.1rem}
h3.answers{margin-top:2rem}
h4{margin:1.5rem 0 .25rem;font-size:1rem}
p{margin:.5rem 0;max-width:44rem}
a{color:var(--accent)}
nav ol{columns:2;gap:2rem;padding:0;list-style:none}
figure{margin:1rem 0;padding:1rem;border:1px solid var(--line);border-radius:12px;background:var(--card)}
.figure{display:block;width:100%;min-width:30rem;height:auto;fill:var(--soft);font-size:13px}
.figure .b{font-weight:700}
.figure .halo{paint-order:stroke;stroke:var(--card);stroke-width:3px;stroke-linejoin:round}
.source{color:var(--soft);font-size:.85rem}
summary{color:var(--accent);cursor:pointer}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.85rem}
th,td{padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;
white-space:pre-line;overflow-wrap:break-word;min-width:4rem}
dl{margin:.25rem 0;display:grid;grid-template-columns:minmax(8rem,16rem) 1fr;gap:.25rem 1rem;font-size:.9rem}
dt{color:var(--soft)}
dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}
@media (max-width:36rem){nav ol{columns:1}dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}figure{padding:.5rem}}
@media print{
@page{margin:16mm}
body{max-width:none;padding:0;font-size:10pt;background:#fff}
section+section{break-before:page}
h2,h3,h4{break-after:avoid}
figure,tr{break-inside:avoid}
figure{padding:0;border:0}
.figure{min-width:0}
.scroll{overflow:visible}
table{font-size:8pt}
th,td{min-width:3.6em;overflow-wrap:anywhere}
details:not([open]){display:none}
.screen{display:none}
}
"""

_PAGE = Markup("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>My workbook, {day}</title>
<style>
:root{{--page:#faf8f4;{colors}}}
@media screen and (prefers-color-scheme:dark){{:root{{--page:#141a1b;{dark}}}}}
{style}</style>
</head>
<body>
<header>
<h1>My workbook</h1>
<p>As of {day}. {private}</p>
<p class="screen source">Numbers that you open are printed, too.</p>
<nav aria-label="Contents"><ol>{links}</ol></nav>
</header>
<main>{body}</main>
</body>
</html>
""")
