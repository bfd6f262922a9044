"""Commands that open a workbook, or make one to look around in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from rutkit.cli.app import File, NoBrowser, Port, app
from rutkit.cli.workbooks import CommandError, open_once, use
from rutkit.terminal import patience

LOOPBACK = "127.0.0.1"
VISITORS = 30
"""At the same time, unless another number is named: as many as two processors and 8 GB carry."""


class _VisitorsWithoutANumber(TyperCommand):
    """`--visitors` alone means `--visitors 30`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        for at, argument in enumerate(args):
            if argument == "--visitors" and not "".join(args[at + 1 : at + 2]).isdigit():
                args = [*args[: at + 1], str(VISITORS), *args[at + 1 :]]
                break
        return super().parse_args(ctx, args)


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
    use(file)
    open_once()
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
    use(file)
    open_once()
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


def _announce(address: str) -> None:
    typer.echo(f"Your workbook is open at\n\n    {address}\n\nPress Ctrl-C here to close it.")
