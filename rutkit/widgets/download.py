"""Files that leave the workbook: as a data link, since Voilà serves no files."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from rutkit.exchange.exporting import write_csv, write_xlsx
from rutkit.formatting import counted
from rutkit.records import Record
from rutkit.widgets.markup import Markup, html


def download_link(text: str, filename: str, media_type: str, content: bytes) -> Markup:
    """A link that saves `content` as a file on the person's own machine."""
    return html(
        '<a class="rutkit-link" download="{filename}" href="data:{media_type};base64,{content}">{text}</a>',
        filename=filename,
        media_type=media_type,
        content=b64encode(content).decode("ascii"),
        text=text,
    )


def export_links(record_type: type[Record], records: Sequence[Record]) -> Markup:
    """Links that save all of these records as CSV or Excel; nothing if there are none."""
    if not records:
        return Markup("")
    name = f"rutkit-{record_type.table().replace('_', '-')}"
    excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return html(
        "<p>Take {count} along: {csv} or {xlsx}</p>",
        count=counted(len(records), record_type.noun, record_type.plural),
        csv=download_link("as CSV", f"{name}.csv", "text/csv", write_csv(record_type, records)),
        xlsx=download_link("as Excel", f"{name}.xlsx", excel, write_xlsx(record_type, records)),
    )
