"""Commands that take things out of a workbook or bring them in, and the reader of postings."""

from __future__ import annotations

from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rutkit.cli.app import app
from rutkit.cli.workbooks import CommandError, opened
from rutkit.terminal import patience, progress


class Preferred(StrEnum):
    """Which of two records counts where both say different things, as the command line says it."""

    NEWER = "newer"
    FILE = "file"
    HERE = "here"


@app.command()
def extract(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="IN", help="Postings: a text, HTML, JSON, JSON Lines or CSV file, or a folder."
        ),
    ],
    target: Annotated[
        Path, typer.Argument(metavar="OUT", help="A file of JSON Lines to write: a posting a line.")
    ],
) -> None:
    """Read what job postings ask for: skills, years, education, salary, with the sentences that say so."""
    from rutkit.steps.market.extract.files import extract as read_all

    with progress("Reading…") as done:
        written, unreadable = read_all(source, target, done)
    for problem in unreadable:
        typer.echo(f"{problem.where}: {problem.reason}", err=True)
    postings = "1 posting was" if written == 1 else f"{written:,} postings were"
    typer.echo(f"{postings} read; what employers ask for is in {target}.")
    if unreadable:
        parts = "1 part" if len(unreadable) == 1 else f"{len(unreadable):,} parts"
        typer.echo(
            f"{parts} could not be read and {'is' if len(unreadable) == 1 else 'are'} named above.", err=True
        )
        raise typer.Exit(1)


@app.command()
def export(
    file: Annotated[
        Path | None, typer.Argument(help="A workbook. Left out, it is your own.", show_default=False)
    ] = None,
    out: Annotated[
        Path | None,
        typer.Argument(
            help="The file to write. Its ending says what it is: .json, .xlsx, .zip (CSV), .html or .ics.",
            show_default=False,
        ),
    ] = None,
    step: Annotated[
        list[str] | None, typer.Option(help="Only this step, by number or name; may be repeated.")
    ] = None,
    private: Annotated[
        bool, typer.Option("--private", help="Show notes, letters and drafts in the HTML report, too.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Take the place of a file that is there.")] = False,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print what the JSON is made of (JSON Schema), and nothing else.")
    ] = False,
) -> None:
    """Take everything along: as JSON that comes back as it left, tables, a report to print, or a calendar."""
    from rutkit.home.moving import taking_along
    from rutkit.home.moving.parts import Source
    from rutkit.records import now

    if schema:
        typer.echo(taking_along.schema())
        return
    if out is None:
        file, out = None, file
    if out is None:
        raise typer.BadParameter("Name the file to write, such as everything.json")
    wanted = taking_along.Wanted(taking_along.slugs_of(step or ()), with_private=private)
    wanted_format = taking_along.format_of(out)
    if out.exists() and not force:
        raise CommandError(f"{out} is there already. Nothing was written; --force takes its place.")
    with opened(file) as workbook, patience("Writing…"):
        taking_along.write_whole(
            out, taking_along.content(Source.of(workbook), wanted_format, wanted, now().astimezone().date())
        )
    typer.echo(f"What you take along is in {out}.")


@app.command("import")
def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="[FILE]", help="A workbook; it is begun if there is none. Left out, it is your own."
        ),
    ],
    sources: Annotated[
        list[Path] | None,
        typer.Argument(metavar="IN...", help="What “rutkit export” wrote as .json.", show_default=False),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="In place of what is there. Without it: beside it.")
    ] = False,
    prefer: Annotated[
        Preferred, typer.Option(help="Which counts where both say different things.")
    ] = Preferred.NEWER,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Bring what was exported into a workbook. It shows what will change, and asks; one undo takes it back."""
    from rutkit.exchange.whole.merging import Prefer
    from rutkit.exchange.whole.reading import MAX_BYTES
    from rutkit.home.moving.bringing_in import bring_in, planner, read_file
    from rutkit.home.moving.console import agreed
    from rutkit.workbook import Workbook

    if not sources:
        from rutkit.storage.location import default_path

        file, sources = default_path(), [file]
    if replace and len(sources) > 1:
        raise typer.BadParameter("Only one file can take the place of everything")
    with progress("Reading…") as done:
        files = []
        for source in sources:
            with source.open("rb") as content:
                files.append(read_file(content.read(MAX_BYTES + 1), source.name))
            done()
    plan = planner(replaces=replace, prefer=Prefer[prefer.name])
    is_new = not file.expanduser().exists()
    with Workbook.temporary() if is_new else opened(file) as workbook:
        if not agreed(workbook, files, plan, yes=yes):
            return
        with Workbook.open(file) if is_new else nullcontext(workbook) as target, patience("Saving…"):
            bring_in(target, files, plan)
    typer.echo(f"It is in {file}. “Undo” in the workbook takes all of it back.")
