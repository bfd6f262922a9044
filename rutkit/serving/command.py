"""What `rutkit serve` says in the terminal while it serves others than the machine's owner."""

from __future__ import annotations

from pathlib import Path

import typer

from rutkit.serving.server import ServingError, serve_users, serve_visitors
from rutkit.serving.visit import is_loopback


def for_visitors(places: int, *, host: str, port: int | None, memory_mb: int) -> None:
    """Serve temporary workbooks until Ctrl-C."""

    def announce(address: str) -> None:
        typer.echo(
            f"Visitors open\n\n    {address}\n\nUp to {places} at the same time. Each has a temporary workbook that "
            "nobody else can reach; it is gone soon after they close it.\nPress Ctrl-C here to end it."
        )
        _warn_if_open_to_others(host)

    serve_visitors(places=places, memory_mb=memory_mb, host=host, port=port, announce=announce)
    typer.echo("Closed. The visitors’ workbooks are removed.")


def for_users(
    header: str, folder: Path | None, *, proxy: str, host: str, port: int | None, memory_mb: int
) -> None:
    """Serve the files of the users whom a proxy names until Ctrl-C."""
    if folder is None:
        raise ServingError("Where shall the users’ files be? Name a folder with --users.")

    def announce(address: str) -> None:
        typer.echo(
            f"The proxy at {proxy} reaches it at\n\n    {address}\n\nEach user that it names in {header} has a file in "
            f"{folder}.\nPress Ctrl-C here to end it."
        )
        _warn_if_open_to_others(host)

    serve_users(
        header=header,
        folder=folder,
        proxy=proxy,
        memory_mb=memory_mb,
        host=host,
        port=port,
        announce=announce,
    )
    typer.echo("Closed. Everything that was written is saved.")


def _warn_if_open_to_others(host: str) -> None:
    if not is_loopback(host):
        typer.echo(
            "Other machines can reach this address, and what is typed travels to it unencrypted: whoever controls the "
            "network can read it. Use a network that you trust, or put a server with https in front.",
            err=True,
        )
