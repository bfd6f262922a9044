from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest

from rutkit.serving.configuration import POLICY, SETTINGS, settings_as_json

REPOSITORY = Path(__file__).parents[3]


def test_voila_json_in_the_repository_says_what_rutkit_serve_does() -> None:
    # To renew it, write what `settings_as_json` returns into the file.
    assert (REPOSITORY / "voila.json").read_text(encoding="utf-8") == settings_as_json()


def test_it_is_served_to_this_machine_only() -> None:
    assert SETTINGS["Voila"]["ip"] == "127.0.0.1"


def test_no_file_is_served() -> None:
    assert SETTINGS["VoilaConfiguration"]["file_allowlist"] == []


def test_only_the_dashboards_kernel_waits_ready() -> None:
    pools = SETTINGS["VoilaKernelManager"]["kernel_pools_config"]
    assert {name for name, pool in pools.items() if pool["pool_size"]} == {"00-start-here.ipynb"}


@pytest.mark.parametrize("directive", POLICY.split("; "))
def test_the_policy_names_no_other_machine(directive: str) -> None:
    _, *sources = directive.split()
    assert all(source.startswith("'") or source in ("data:", "blob:") for source in sources)


@pytest.mark.parametrize(
    ("section", "place"),
    [
        ("Voila", "voila.app"),
        ("VoilaConfiguration", "voila.configuration"),
        ("VoilaExecutor", "voila.execute"),
    ],
)
def test_voila_knows_every_setting(section: str, place: str) -> None:
    known = getattr(import_module(place), section).class_traits(config=True)
    assert set(SETTINGS[section]) <= set(known)


def test_it_can_be_written_as_json() -> None:
    assert json.loads(settings_as_json()) == SETTINGS
