"""Binder installs what `binder/requirements.txt` pins, and then the project without its dependencies."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REPOSITORY = Path(__file__).parents[2]
PINNED = (REPOSITORY / "binder" / "requirements.txt").read_text(encoding="utf-8").splitlines()
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]

RENEW = "binder/requirements.txt no longer fits pyproject.toml: CONTRIBUTING.md says how to renew it"


@pytest.mark.parametrize("line", PINNED)
def test_every_line_is_one_version_of_one_package_and_nothing_else(line: str) -> None:
    assert re.fullmatch(r"[\w.-]+==[\w.]+", line)


@pytest.mark.parametrize("needed", PROJECT["dependencies"])
def test_what_the_project_needs_is_pinned_within_its_bounds(needed: str) -> None:
    pins = dict(line.split("==") for line in PINNED)
    versions = {canonicalize_name(name): version for name, version in pins.items()}
    requirement = Requirement(needed)
    version = versions.get(canonicalize_name(requirement.name))
    assert version, f"{requirement.name} has no pin. {RENEW}"
    assert requirement.specifier.contains(version), f"{requirement.name}=={version} is not {needed}. {RENEW}"


def test_binders_python_is_one_that_the_project_runs_on() -> None:
    declared = (REPOSITORY / "binder" / "runtime.txt").read_text(encoding="utf-8").strip()
    assert f"Programming Language :: Python :: {declared.removeprefix('python-')}" in PROJECT["classifiers"]
