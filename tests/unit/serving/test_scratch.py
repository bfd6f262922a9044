from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from rutkit.serving import scratch as scratch_module
from rutkit.serving.scratch import PREFIX, Scratch

LIVES = "import sys, time\nfrom pathlib import Path\nfrom rutkit.serving.scratch import Scratch\n"
STAYS = f"{LIVES}held = Scratch(Path(sys.argv[1]))\nprint(held.folder, flush=True)\ntime.sleep(60)"


def make_older(folder: Path) -> None:
    long_ago = time.time() - 1_000
    os.utime(folder, (long_ago, long_ago))


def test_it_is_its_owners_alone_and_goes_when_it_is_closed(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path)
    assert os.name == "nt" or scratch.folder.stat().st_mode & 0o077 == 0
    scratch.close()
    assert list(tmp_path.iterdir()) == []


def test_a_kernels_folder_goes_when_it_runs_no_more(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path)
    gone, running = (Path(scratch.environment(kernel)["TMPDIR"]) for kernel in ("gone", "running"))
    (gone / "rutkit-x").mkdir()
    for folder in (gone, running):
        make_older(folder)

    scratch.remove_kernels_except({"running"})

    assert (gone.exists(), running.exists()) == (False, True)
    scratch.close()


def test_the_folder_of_a_kernel_that_is_about_to_start_stays(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path)
    folder = Path(scratch.environment("starting")["TMPDIR"])
    scratch.remove_kernels_except(set())
    assert folder.exists()
    scratch.close()


def test_the_next_server_removes_what_a_killed_one_left_and_nothing_of_one_that_lives(tmp_path: Path) -> None:
    other = subprocess.Popen([sys.executable, "-c", STAYS, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert other.stdout
    theirs = Path(other.stdout.readline().strip())

    Scratch(tmp_path).close()
    assert theirs.exists()

    other.kill()
    other.communicate()
    Scratch(tmp_path).close()
    assert not theirs.exists()


def test_folders_of_other_programs_stay(tmp_path: Path) -> None:
    (tmp_path / "somebody-elses").mkdir()
    (tmp_path / f"{PREFIX}file").write_text("no folder", encoding="utf-8")
    Scratch(tmp_path).close()
    assert len(list(tmp_path.iterdir())) == 2


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    make_older(precious)
    (tmp_path / f"{PREFIX}link").symlink_to(precious)
    scratch_module.sweep_left_over(tmp_path)
    assert precious.exists()
