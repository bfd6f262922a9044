from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from voila.paths import collect_static_paths

from rutkit.serving.front_end import MAIN, FrontEnd, asked_for_first, put_together

RUNTIME = (
    "(()=>{Promise.all([r.e(11),r.e(22)]).then(r.bind(r,9));"
    'var y={70:()=>c("default","shared",!1,[1,2],(()=>Promise.all([x.e(33),x.e(23)]).then((()=>()=>x(7))))),'
    '71:()=>c("default","other",!1,[1,2],(()=>x.e(44).then((()=>()=>x(8)))))},'
    "P={22:[70],23:[71],55:[70]};x.e(66)})();"
)
"""Asks for 11 and 22; 22 stands for a module of 33 and 23, and 23 for one of 44. Only later it may ask for 66."""


def chunk(number: int) -> str:
    return f'"use strict";(self.webpackChunkX=self.webpackChunkX||[]).push([[{number}],{{}}]);'


@pytest.fixture
def voilas(tmp_path: Path) -> Path:
    """Where Voilà's scripts are."""
    folder = tmp_path / "voila"
    folder.mkdir()
    (folder / MAIN).write_text(RUNTIME, encoding="utf-8")
    for number in (11, 33, 44, 66):
        (folder / f"{number}.{MAIN}").write_text(chunk(number), encoding="utf-8")
    return folder


@pytest.fixture
def extension(tmp_path: Path) -> Path:
    """The entry of a federated extension."""
    static = tmp_path / "static"
    static.mkdir()
    (static / "1.abc.js").write_text(f"/* theirs */\n{chunk(1)}", encoding="utf-8")
    entry = static / "remoteEntry.def.js"
    entry.write_text('var _JUPYTERLAB;u=e=>e+".abc.js"', encoding="utf-8")
    return entry


@pytest.fixture
def into(tmp_path: Path) -> Path:
    folder = tmp_path / "scripts"
    folder.mkdir()
    return folder


def text(into: Path, address: str) -> str:
    return (into / address.partition("?")[0]).read_text(encoding="utf-8")


def together(static_paths: Sequence[Path], entries: Sequence[Path], into: Path) -> FrontEnd:
    front_end = put_together([str(path) for path in static_paths], entries, into)
    assert front_end is not None
    return front_end


def test_a_runtime_needs_what_it_asks_for_and_what_shared_modules_are_made_of() -> None:
    assert asked_for_first(RUNTIME) == {"11", "22", "33", "23", "44"}


def test_what_is_needed_first_comes_ahead_of_the_script_that_begins(voilas: Path, into: Path) -> None:
    main = text(into, together([voilas], [], into)["main"])
    assert [number for number in (11, 33, 44, 66) if chunk(number) in main] == [11, 33, 44]
    assert main.endswith(RUNTIME)


def test_whether_a_chunk_is_strict_stays_its_own_affair(voilas: Path, into: Path) -> None:
    main = text(into, together([voilas], [], into)["main"])
    assert f"(()=>{{{chunk(33)}\n}})();" in main


def test_an_extension_brings_its_chunks_and_keeps_its_entry(
    voilas: Path, extension: Path, into: Path
) -> None:
    (brought,) = together([voilas], [extension], into)["extensions"]
    assert chunk(1) in text(into, brought)
    assert "_JUPYTERLAB" not in text(into, brought)


def test_what_an_upgrade_left_behind_is_left_out(voilas: Path, extension: Path, into: Path) -> None:
    extension.with_name("1.older.js").write_text(chunk(7), encoding="utf-8")
    (brought,) = together([voilas], [extension], into)["extensions"]
    assert chunk(7) not in text(into, brought)


def test_other_scripts_get_another_address(voilas: Path, into: Path) -> None:
    before = together([voilas], [], into)["main"]
    (voilas / f"33.{MAIN}").write_text(chunk(33) + "//", encoding="utf-8")
    assert together([voilas], [], into)["main"] != before


def test_without_voilas_script_there_is_nothing_to_put_together(tmp_path: Path, into: Path) -> None:
    assert put_together([str(tmp_path)], [], into) is None


@pytest.mark.parametrize("runtime", ["import('./11.js').then(begin)", "", "\N{SNOWMAN}"])
def test_a_front_end_that_was_made_otherwise_is_left_as_it_is(voilas: Path, into: Path, runtime: str) -> None:
    (voilas / MAIN).write_text(runtime, encoding="utf-8")
    assert put_together([str(voilas)], [], into) is None


def test_chunks_that_look_otherwise_are_left_as_they_are(voilas: Path, into: Path) -> None:
    for file in voilas.glob(f"*.{MAIN}"):
        file.write_text("export default {}", encoding="utf-8")
    assert put_together([str(voilas)], [], into) is None


def test_the_front_end_of_the_voila_that_is_installed_is_understood(into: Path) -> None:
    front_end = put_together(collect_static_paths(["voila", "nbconvert"], "lab"), [], into)
    assert front_end is not None
    assert len(text(into, front_end["main"])) > 1_000_000
