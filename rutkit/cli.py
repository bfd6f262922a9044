"""The `rutkit` command. Each command imports what it needs when it runs: `rutkit --help` answers at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from enum import StrEnum
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from rutkit.errors import RutkitError
from rutkit.terminal import ask, patience, progress

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


class Preferred(StrEnum):
    """Which of two records counts where both say different things, as the command line says it."""

    NEWER = "newer"
    FILE = "file"
    HERE = "here"


LOOPBACK = "127.0.0.1"
VISITORS = 30
"""At the same time, unless another number is named: as many as two processors and 8 GB carry."""

_OWN_OPTIONS = ("--help", "--version")


class CommandError(RutkitError):
    """A command cannot do what was asked; the message says why and what to do."""


class _ServeByDefault(TyperGroup):
    """`rutkit`, and `rutkit --port 9000`, mean `rutkit serve`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        own = len(list(takewhile(_OWN_OPTIONS.__contains__, args)))
        if own == len(args) or args[own].startswith("-"):
            args = [*args[:own], "serve", *args[own:]]
        return super().parse_args(ctx, args)


class _VisitorsWithoutANumber(TyperCommand):
    """`--visitors` alone means `--visitors 30`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        for at, argument in enumerate(args):
            if argument == "--visitors" and not "".join(args[at + 1 : at + 2]).isdigit():
                args = [*args[: at + 1], str(VISITORS), *args[at + 1 :]]
                break
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_ServeByDefault,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="A private, self-paced workbook for somebody stuck in a career rut. Without a command: open it.",
    epilog="With --debug, any command shows where exactly it failed.",
)

File = Annotated[
    Path | None,
    typer.Option(
        "--file", help="Your workbook’s file. Without it: RUTKIT_FILE, or the one in your data folder."
    ),
]
Port = Annotated[
    int | None, typer.Option(min=1, max=65535, help="The port to use. Without it: one that is free.")
]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Only show the address.")]


def main() -> None:
    """Run the command line: an error is one sentence on standard error and exit status 1."""
    arguments = sys.argv[1:]
    debug = "--debug" in arguments
    try:
        app([argument for argument in arguments if argument != "--debug"])
    except Exception as error:
        if debug:
            raise
        typer.echo(_in_a_sentence(error), err=True)
        raise SystemExit(1) from None


def _in_a_sentence(error: Exception) -> str:
    if isinstance(error, RutkitError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or 'The system'}: {error.strerror}."
    return f"rutkit failed ({type(error).__name__}: {error}). The same command with --debug shows where."


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"rutkit {version('rutkit')}")
        raise typer.Exit


@app.callback()
def _rutkit(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None: ...


@app.command(cls=_VisitorsWithoutANumber)
def serve(
    file: File = None,
    port: Port = None,
    no_browser: NoBrowser = False,
    visitors: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="[N]",
            help=f"For a workshop: a temporary workbook for each of up to N visitors, {VISITORS} without a number.",
        ),
    ] = None,
    user_header: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Behind a proxy that names the user in this header: a file for each."
        ),
    ] = None,
    users: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Where these users’ files are. Needed with --user-header."),
    ] = None,
    proxy: Annotated[
        str, typer.Option(metavar="ADDRESS", help="The address of that proxy; nobody else is answered.")
    ] = LOOPBACK,
    host: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS", help="For visitors or users: where to listen; 0.0.0.0 is everywhere."
        ),
    ] = LOOPBACK,
    memory: Annotated[
        int,
        typer.Option(
            min=100, metavar="MB", help="For visitors or users: memory for each page, where it can be held."
        ),
    ] = 500,
) -> None:
    """Open the workbook in your browser, until Ctrl-C. This is what “rutkit” alone does."""
    if visitors is not None and user_header is not None:
        raise CommandError("Name either --visitors or --user-header: a server is for the one or the other.")
    if visitors is not None:
        from rutkit.serving.command import for_visitors

        for_visitors(visitors, host=host, port=port, memory_mb=memory)
    elif user_header is not None:
        from rutkit.serving.command import for_users

        for_users(user_header, users, proxy=proxy, host=host, port=port, memory_mb=memory)
    elif host != LOOPBACK:
        raise CommandError(
            "Your own workbook is served to this machine alone. For others, add --visitors: each gets a temporary one."
        )
    else:
        _serve_owner(file, port, no_browser)


def _serve_owner(file: Path | None, port: int | None, no_browser: bool) -> None:
    _use(file)
    _open_once()
    from rutkit.serving.server import serve as serve_here

    serve_here(port=port, open_browser=not no_browser, announce=_announce)
    typer.echo("Closed. Everything you wrote is saved.")


@app.command()
def lab(
    folder: Annotated[
        Path | None,
        typer.Argument(help="Where your copies of the notebooks are, or will be.", show_default=False),
    ] = None,
    file: File = None,
    port: Port = None,
    no_browser: NoBrowser = False,
) -> None:
    """Open the notebooks in JupyterLab, until Ctrl-C: your own copies, to edit as you like."""
    _use(file)
    _open_once()
    from platformdirs import user_documents_path

    from rutkit.serving.configuration import DASHBOARD
    from rutkit.serving.notebooks import copy_notebooks
    from rutkit.serving.server import lab as open_lab

    chosen = folder or user_documents_path() / "rutkit notebooks"
    if not (chosen / DASHBOARD).exists():
        copy_notebooks(chosen)
        typer.echo(f"Your notebooks are in {chosen}.")
    open_lab(chosen, port=port, open_browser=not no_browser)


@app.command()
def notebooks(folder: Annotated[Path, typer.Argument(help="A folder; it is made if need be.")]) -> None:
    """Write copies of the notebooks into a folder, to edit as you like."""
    from rutkit.serving.notebooks import copy_notebooks

    written = copy_notebooks(folder)
    typer.echo(f"{len(written)} notebooks are in {folder}. Open them with: jupyter lab {folder}")


@app.command()
def demo(file: Annotated[Path, typer.Argument(help="The file to make, such as demo.rutkit.")]) -> None:
    """Make a workbook with a year in the life of an invented person, to look around in."""
    from rutkit.demo import write_demo

    with patience("Inventing a year…"):
        write_demo(file)
    typer.echo(f"A year of somebody invented is in {file}. Open it with: rutkit --file {file}")


@app.command()
def backup(file: File = None) -> None:
    """Make a checked copy of your workbook now. Once a day that happens by itself."""
    with _opened(file) as workbook:
        copy = workbook.back_up()
    typer.echo(
        f"A checked copy is at {copy}." if copy else "Nothing was written yet: there is nothing to copy."
    )


@app.command()
def restore(
    copy: Annotated[
        Path | None,
        typer.Argument(metavar="BACKUP", help="The copy to go back to. Without it: the newest."),
    ] = None,
    file: File = None,
    show: Annotated[bool, typer.Option("--list", help="Only show which copies there are.")] = False,
) -> None:
    """Go back to a copy of your workbook. The file as it is now is kept as well."""
    _use(file)
    from rutkit.storage.backups import list_backups
    from rutkit.storage.errors import PassphraseError
    from rutkit.storage.location import default_path
    from rutkit.storage.restoring import restore as put_in_place

    path = default_path()
    copies = list_backups(path)
    if show:
        for known in copies:
            typer.echo(known)
        if not copies:
            typer.echo(f"There is no copy of {path} yet. One is made before the first change of each day.")
        return
    chosen = copy or next(iter(copies), None)
    if chosen is None:
        raise CommandError(f"There is no copy of {path} to go back to. Nothing was changed.")
    try:
        aside = put_in_place(path, chosen)
    except PassphraseError:
        aside = put_in_place(path, chosen, ask("The passphrase of the copy"))
    typer.echo(f"{path} is again as it was in {chosen.name}.")
    if aside:
        typer.echo(f"As it was until now, it is at {aside}.")


@app.command()
def encrypt(file: File = None) -> None:
    """Lock your workbook and its copies with a passphrase, or change the one they have."""
    with _opened(file) as workbook:
        typer.echo(
            "Nobody can open the workbook without its passphrase, and nobody can recover one that is lost: "
            "not you, and not the people who make rutkit. Keep it in a safe place."
        )
        left_behind = workbook.encrypt(ask("A new passphrase", confirm=True))
        typer.echo(f"{workbook.path} is locked with this passphrase.")
    _name_left_behind(left_behind)


@app.command()
def decrypt(file: File = None) -> None:
    """Take the passphrase off your workbook and its copies."""
    with _opened(file) as workbook:
        if not workbook.encrypted:
            raise CommandError(f"{workbook.path} has no passphrase. Nothing was changed.")
        left_behind = workbook.decrypt()
        typer.echo(f"{workbook.path} opens without a passphrase now.")
    _name_left_behind(left_behind)


@app.command()
def check(file: File = None) -> None:
    """Look whether your workbook is sound. Exit status 1 says that it is not."""
    from rutkit.home.records import record_types

    with _opened(file) as workbook:
        problems = workbook.check(record_types())
    if problems:
        for problem in problems:
            typer.echo(problem, err=True)
        raise typer.Exit(1)
    typer.echo(f"{workbook.path} is sound.")


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
    file: Annotated[Path | None, typer.Argument(help="Your workbook.", show_default=False)] = None,
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
    if file is None or out is None:
        raise typer.BadParameter("Name your workbook and the file to write: rutkit export FILE OUT")
    wanted = taking_along.Wanted(taking_along.slugs_of(step or ()), with_private=private)
    wanted_format = taking_along.format_of(out)
    if out.exists() and not force:
        raise CommandError(f"{out} is there already. Nothing was written; --force takes its place.")
    with _opened(file) as workbook, patience("Writing…"):
        taking_along.write_whole(
            out, taking_along.content(Source.of(workbook), wanted_format, wanted, now().astimezone().date())
        )
    typer.echo(f"What you take along is in {out}.")


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="Your workbook. It is begun if there is none.")],
    sources: Annotated[
        list[Path], typer.Argument(metavar="IN...", help="What “rutkit export” wrote as .json.")
    ],
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
    with Workbook.temporary() if is_new else _opened(file) as workbook:
        if not agreed(workbook, files, plan, yes=yes):
            return
        with Workbook.open(file) if is_new else nullcontext(workbook) as target, patience("Saving…"):
            bring_in(target, files, plan)
    typer.echo(f"It is in {file}. “Undo” in the workbook takes all of it back.")


def _announce(address: str) -> None:
    typer.echo(f"Your workbook is open at\n\n    {address}\n\nPress Ctrl-C here to close it.")


def _use(file: Path | None) -> None:
    """Have this process and its kernels use this file. Its path goes by environment, a passphrase never."""
    if file:
        os.environ["RUTKIT_FILE"] = str(file.expanduser().resolve())


def _open_once() -> None:
    """Fail here, in the terminal, if the file cannot be opened; if it is locked, the page asks."""
    from rutkit.storage.errors import BusyError, PassphraseError
    from rutkit.storage.location import default_path
    from rutkit.workbook import Workbook

    try:
        Workbook.open().close()
    except PassphraseError:
        pass
    except BusyError as error:
        raise CommandError(
            f"{default_path()} is in use by something that needs it alone: another window gives it a passphrase or "
            "goes back to a backup, or another program has it open. Nothing was changed: wait a moment and try again."
        ) from error


def _opened(file: Path | None) -> Workbook:
    """The workbook, which must be there; its passphrase is asked for if it has one."""
    _use(file)
    from rutkit.storage.errors import PassphraseError
    from rutkit.storage.location import default_path
    from rutkit.workbook import Workbook

    path = default_path()
    if not path.exists():
        raise CommandError(f"There is no workbook at {path}. Name yours with --file.")
    try:
        return Workbook.open(path)
    except PassphraseError:
        return Workbook.open(path, passphrase=ask("Its passphrase"))


def _name_left_behind(backups: Sequence[Path]) -> None:
    for copy in backups:
        typer.echo(f"This copy could not follow and is as it was before: {copy}", err=True)


if __name__ == "__main__":
    main()
