from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import apsw
import pytest

from rutkit.cli import main
from rutkit.preferences import Preferences
from rutkit.storage.errors import PassphraseError
from rutkit.workbook import Workbook

Command = Callable[..., int]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the workbook is, or would be, if none is named."""
    monkeypatch.delenv("RUTKIT_FILE", raising=False)
    monkeypatch.setattr("rutkit.storage.location.default_path", lambda: _named() or tmp_path / "me.rutkit")
    return tmp_path / "me.rutkit"


def _named() -> Path | None:
    name = os.environ.get("RUTKIT_FILE")
    return Path(name) if name else None


@pytest.fixture
def written(file: Path) -> Path:
    """A workbook with something in it."""
    with Workbook.open(file) as workbook:
        workbook.put(Preferences(currency="EUR"))
    return file


@pytest.fixture
def rutkit(monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run the command line as if typed, and give its exit status."""

    def run(*arguments: object) -> int:
        monkeypatch.setattr(sys, "argv", ["rutkit", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            main()
        code = end.value.code
        assert code is None or isinstance(code, int)
        return code or 0

    return run


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Answer the prompts for passphrases, one after the other."""

    def answer(*passphrases: str) -> None:
        answers: Iterator[str] = iter(passphrases)
        monkeypatch.setattr("typer.prompt", lambda *_, **__: next(answers))

    return answer


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[SimpleNamespace]:
    """What `serve` was asked for, without serving."""
    calls: list[SimpleNamespace] = []
    monkeypatch.setattr("rutkit.serving.server.serve", lambda **asked: calls.append(SimpleNamespace(**asked)))
    return calls


def test_help_lists_the_commands(rutkit: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert rutkit("--help") == 0
    shown = capsys.readouterr().out
    commands = (
        "serve",
        "lab",
        "notebooks",
        "demo",
        "backup",
        "restore",
        "encrypt",
        "decrypt",
        "check",
        "extract",
        "export",
        "import",
    )
    assert all(command in shown for command in commands)


def test_help_imports_nothing_heavy() -> None:
    heavy = "{'pandas', 'numpy', 'plotly', 'voila', 'jupyterlab', 'ipywidgets', 'pydantic', 'apsw'}"
    script = (
        "import sys, rutkit.cli\n"
        "sys.argv = ['rutkit', '--help']\n"
        "try: rutkit.cli.main()\n"
        "except SystemExit: pass\n"
        f"print({heavy} & set(sys.modules), file=sys.stderr)"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stderr == "set()\n"


@pytest.mark.parametrize("arguments", [(), ("serve",)])
def test_without_a_command_the_workbook_is_served(
    rutkit: Command, file: Path, served: list[SimpleNamespace], arguments: tuple[str, ...]
) -> None:
    assert rutkit(*arguments) == 0
    assert [(call.port, call.open_browser) for call in served] == [(None, True)]


def test_the_options_of_serve_need_no_command(
    rutkit: Command, file: Path, served: list[SimpleNamespace]
) -> None:
    assert rutkit("--port", 9123, "--no-browser") == 0
    assert [(call.port, call.open_browser) for call in served] == [(9123, False)]


def test_the_file_travels_to_the_kernels_by_its_full_path(
    rutkit: Command, tmp_path: Path, served: list[SimpleNamespace], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUTKIT_FILE", "")
    monkeypatch.chdir(tmp_path)
    assert rutkit("--file", "mine.rutkit") == 0
    assert os.environ["RUTKIT_FILE"] == str(tmp_path.resolve() / "mine.rutkit")


def test_a_file_that_is_none_of_ours_is_refused_before_anything_is_served(
    rutkit: Command, tmp_path: Path, served: list[SimpleNamespace], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUTKIT_FILE", "")
    (tmp_path / "letter.txt").write_text("Dear Sir or Madam, " * 100, encoding="utf-8")
    assert rutkit("--file", tmp_path / "letter.txt") == 1
    assert not served


def test_a_locked_file_is_served_since_the_page_asks_for_the_passphrase(
    rutkit: Command, file: Path, served: list[SimpleNamespace]
) -> None:
    Workbook.open(file, passphrase="correct horse").close()
    assert rutkit("--file", file) == 0
    assert len(served) == 1


@pytest.mark.parametrize(
    "arguments", [("--prot", "9000"), ("serve", "--prot"), ("sevre",), ("--port", "many")]
)
def test_a_mistyped_option_or_command_is_status_2(rutkit: Command, arguments: tuple[str, ...]) -> None:
    assert rutkit(*arguments) == 2


def test_an_error_is_one_sentence_on_standard_error_and_status_1(
    rutkit: Command, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rutkit("check") == 1
    shown = capsys.readouterr()
    assert shown.err == f"There is no workbook at {file}. Name yours with --file.\n"
    assert not shown.out


def test_with_debug_an_error_shows_where(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(sys, "argv", ["rutkit", "check", "--debug"])
    with pytest.raises(Exception, match="There is no workbook"):
        main()


def test_an_unforeseen_error_says_how_to_learn_more(
    rutkit: Command, written: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Workbook, "check", lambda self, record_types: 1 / 0)
    assert rutkit("check") == 1
    assert "--debug" in capsys.readouterr().err


def test_notebooks_are_copied(rutkit: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rutkit("notebooks", tmp_path / "mine") == 0
    assert (tmp_path / "mine" / "00-start-here.ipynb").is_file()


def test_demo_leaves_a_file_that_exists_as_it_is(rutkit: Command, tmp_path: Path) -> None:
    (tmp_path / "mine.rutkit").write_bytes(b"mine")
    assert rutkit("demo", tmp_path / "mine.rutkit") == 1
    assert (tmp_path / "mine.rutkit").read_bytes() == b"mine"


def test_a_backup_is_made_and_named(
    rutkit: Command, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _backups(written)
    assert rutkit("backup") == 0
    (new,) = _backups(written) - before
    assert str(new) in capsys.readouterr().out


def test_restore_goes_back_to_the_newest_copy_and_keeps_what_was(
    rutkit: Command, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rutkit("backup") == 0
    with Workbook.open(written) as workbook:
        workbook.put(Preferences(currency="CHF"))
    assert rutkit("restore") == 0
    assert _currency(written) == "EUR"
    (kept,) = (path for path in _backups(written) if _currency(path) == "CHF")
    assert str(kept) in capsys.readouterr().out


def test_restore_lists_the_copies(rutkit: Command, written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rutkit("backup")
    capsys.readouterr()
    assert rutkit("restore", "--list") == 0
    assert set(capsys.readouterr().out.split()) == {str(path) for path in _backups(written)}


def test_restore_without_a_copy_says_so(
    rutkit: Command, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rutkit("restore") == 1
    assert "There is no copy" in capsys.readouterr().err


def test_a_file_can_be_locked_and_unlocked(
    rutkit: Command, written: Path, type_in: Callable[..., None]
) -> None:
    type_in("correct horse")
    assert rutkit("encrypt") == 0
    with pytest.raises(PassphraseError):
        Workbook.open(written)
    type_in("correct horse")
    assert rutkit("decrypt") == 0
    assert _currency(written) == "EUR"


def test_before_a_file_is_locked_it_is_said_that_a_lost_passphrase_is_lost(
    rutkit: Command, written: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = ""

    def prompt(*_: object, **__: object) -> str:
        nonlocal said
        said = capsys.readouterr().out
        return "correct horse"

    monkeypatch.setattr("typer.prompt", prompt)
    assert rutkit("encrypt") == 0
    assert "nobody can recover" in said


def test_going_back_to_a_plain_copy_of_a_locked_file_says_that_it_is_open_now(
    rutkit: Command, written: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = tmp_path / "plain.rutkit"
    with Workbook.open(written) as workbook:
        plain.write_bytes(workbook.content())
        workbook.encrypt("correct horse")

    assert rutkit("restore", str(plain)) == 0

    assert "opens without a passphrase now" in capsys.readouterr().out
    assert written.read_bytes().startswith(b"SQLite format 3")


def test_a_wrong_passphrase_changes_nothing(
    rutkit: Command, file: Path, type_in: Callable[..., None]
) -> None:
    Workbook.open(file, passphrase="correct horse").close()
    before = file.read_bytes()
    type_in("battery staple")
    assert rutkit("decrypt") == 1
    assert file.read_bytes() == before


def test_a_file_without_a_passphrase_has_none_to_take_off(
    rutkit: Command, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rutkit("decrypt") == 1
    assert "has no passphrase" in capsys.readouterr().err


def test_a_sound_file_is_called_sound(
    rutkit: Command, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rutkit("check") == 0
    assert "is sound" in capsys.readouterr().out


def test_problems_go_to_standard_error_with_status_1(
    rutkit: Command, written: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Workbook, "check", lambda self, record_types: ["The table “wish” is missing."])
    assert rutkit("check") == 1
    assert capsys.readouterr().err == "The table “wish” is missing.\n"


def _backups(file: Path) -> set[Path]:
    with Workbook.open(file) as workbook:
        return set(workbook.backups())


def _currency(file: Path) -> str:
    with closing(apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
        ((currency,),) = connection.execute("SELECT currency FROM preferences").fetchall()
    return str(currency)


def test_postings_are_read_and_what_is_none_is_named(
    rutkit: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.txt").write_text("You must know Python to do this work.", "utf-8")
    (tmp_path / "two.html").write_bytes(b"%PDF-1.7")
    assert rutkit("extract", tmp_path, tmp_path / "found.jsonl") == 1
    told = capsys.readouterr()
    assert "1 posting was read" in told.out
    assert "two.html" in told.err
    assert "1 part could not be read and is named above." in told.err
    assert '"Python"' in (tmp_path / "found.jsonl").read_text("utf-8")
