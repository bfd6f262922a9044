"""Voilà's front end in a few scripts, put together when the server starts, of what is installed.

As it comes, a page asks for a hundred scripts in five waves: webpack cut the front end into chunks, and which others
one needs is known only once it has run. But a chunk does nothing but hand itself to a list, and what lies there when
it is needed is not asked for. So the chunks of one program can come together.

What is not found here, since another version looks otherwise, the front end asks for by itself, as ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from hashlib import sha256
from pathlib import Path
from typing import TypedDict

MAIN = "voila.js"
"""Voilà's own script: webpack's runtime, which begins once the page has loaded with all its scripts."""

_CHUNK = re.compile(
    rb"""
    (?: \s | //[^\n]*\n | /\*.*?\*/ | "use\ strict"; )*
    \( self (?: \.\w+ | \["\w+"\] ) \s* = \s* self [^=]* \) \.push\(
    """,
    re.DOTALL | re.VERBOSE,
)
# In a runtime, without their names: e(182); {182: [90182, …]}; {90182: () => share("default", "react", …, () => …)}.
_ASKED = re.compile(r"\w\.e\((\d+)\)")
_STANDS_FOR = re.compile(r"\b(\d+):\[(\d+(?:,\d+)*)\]")
_SHARED = re.compile(r"""\b(\d+):\(\)=>\w+\("default","[^"]+",.*?\(\(\)=>(.*?)\.then\(""")


class FrontEnd(TypedDict):
    """The scripts of a page, by their names below Voilà's own scripts."""

    main: str
    """The one that begins."""
    extensions: list[str]
    """To come with it, in any order."""


def put_together(static_paths: Iterable[str], entries: Iterable[Path], into: Path) -> FrontEnd | None:
    """Write the scripts into a folder; `None` if Voilà's own are not as they are expected.

    `static_paths` are where Voilà looks for its scripts, `entries` the first scripts of the extensions of a page.
    """
    main = next((script for place in static_paths if (script := Path(place, MAIN)).is_file()), None)
    if main is None:
        return None
    first = asked_for_first(main.read_text(encoding="utf-8"))
    own = _chunks(main.with_name(f"{chunk}.{MAIN}") for chunk in first)
    if not own:
        return None
    brought = [chunks for entry in entries if (chunks := _chunks(_named_in(entry)))]
    return {
        "main": _write(into, _together(own) + main.read_bytes()),
        "extensions": [_write(into, _together(chunks)) for chunks in brought],
    }


def asked_for_first(runtime: str) -> Set[str]:
    """The chunks that a runtime needs before its program begins.

    It asks for some by number. Some of these are no scripts but stand for modules that programs share, and each module
    is made of chunks in turn.
    """
    stands_for = {chunk: modules.split(",") for chunk, modules in _STANDS_FOR.findall(runtime)}
    made_of = {module: _ASKED.findall(asked) for module, asked in _SHARED.findall(runtime)}
    known: set[str] = set()
    asked = set(_ASKED.findall(runtime.partition(".then(")[0]))
    while asked:
        known |= asked
        modules = (module for chunk in asked for module in stands_for.get(chunk, ()))
        asked = {chunk for module in modules for chunk in made_of.get(module, ())} - known
    return known


def _named_in(entry: Path) -> Iterator[Path]:
    """The files whose version (`121.5c5a442b.js`) an extension's entry knows: those of another may lie beside it."""
    known = entry.read_text(encoding="utf-8")
    return (file for file in entry.parent.glob("*.*.js") if file.stem.partition(".")[2] in known)


def _chunks(files: Iterable[Path]) -> Sequence[bytes]:
    scripts = (file.read_bytes() for file in sorted(files) if file.is_file())
    return [script for script in scripts if _CHUNK.match(script)]


def _together(chunks: Iterable[bytes]) -> bytes:
    # Each in a function of its own: whether it is strict is its own affair.
    return b"".join(b"(()=>{%b\n})();\n" % chunk for chunk in chunks)


def _write(folder: Path, script: bytes) -> str:
    version = sha256(script).hexdigest()[:16]
    name = f"rutkit-{version}.js"
    (folder / name).write_bytes(script)
    return f"{name}?v={version}"  # a version in its address lets a browser keep it
