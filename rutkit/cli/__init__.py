"""The `rutkit` command. Each command imports what it needs when it runs: `rutkit --help` answers at once."""

from __future__ import annotations

import sys

import typer

from rutkit.cli import opening  # what opens a workbook is listed first

# isort: split
from rutkit.cli import keeping, moving
from rutkit.cli.app import app
from rutkit.errors import RutkitError

__all__ = ["keeping", "main", "moving", "opening"]


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
