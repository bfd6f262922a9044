"""Commands that look after a workbook’s file: copies, the passphrase, and whether it is sound."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from rutkit.cli.app import File, app
from rutkit.cli.workbooks import CommandError, opened, use
from rutkit.terminal import ask


@app.command()
def backup(file: File = None) -> None:
    """Make a checked copy of your workbook now. Once a day that happens by itself."""
    with opened(file) as workbook:
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
    use(file)
    from rutkit.storage.backups import list_backups
    from rutkit.storage.connection import is_encrypted
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
        if is_encrypted(aside) and not is_encrypted(path):
            typer.echo("It opens without a passphrase now, as that copy does. “rutkit encrypt” locks it.")


@app.command()
def encrypt(file: File = None) -> None:
    """Lock your workbook and its copies with a passphrase, or change the one they have."""
    with opened(file) as workbook:
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
    with opened(file) as workbook:
        if not workbook.encrypted:
            raise CommandError(f"{workbook.path} has no passphrase. Nothing was changed.")
        left_behind = workbook.decrypt()
        typer.echo(f"{workbook.path} opens without a passphrase now.")
    _name_left_behind(left_behind)


@app.command()
def check(file: File = None) -> None:
    """Look whether your workbook is sound. Exit status 1 says that it is not."""
    from rutkit.home.records import record_types

    with opened(file) as workbook:
        problems = workbook.check(record_types())
    if problems:
        for problem in problems:
            typer.echo(problem, err=True)
        raise typer.Exit(1)
    typer.echo(f"{workbook.path} is sound.")


def _name_left_behind(backups: Sequence[Path]) -> None:
    for copy in backups:
        typer.echo(f"This copy could not follow and is as it was before: {copy}", err=True)
