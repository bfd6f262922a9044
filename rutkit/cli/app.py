"""The application that every command belongs to, and the options that several of them share."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

_OWN_OPTIONS = ("--help", "--version")


class _ServeByDefault(TyperGroup):
    """`rutkit`, and `rutkit --port 9000`, mean `rutkit serve`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        own = len(list(takewhile(_OWN_OPTIONS.__contains__, args)))
        if own == len(args) or args[own].startswith("-"):
            args = [*args[:own], "serve", *args[own:]]
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
