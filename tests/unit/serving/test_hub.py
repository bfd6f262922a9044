"""What an organization's JupyterHub is told, on one machine and on Kubernetes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from rutkit.serving import hub
from rutkit.serving.configuration import DASHBOARD, SETTINGS, server_settings

FOLDER = Path(hub.__file__).parent
BY_THE_CHARTS_OWN_NAMES = {
    ("Spawner", "cmd"): "cmd",
    ("Spawner", "default_url"): "defaultUrl",
    ("Spawner", "environment"): "extraEnv",
}
"""What the chart asks for under `singleuser` and not under `hub.config`."""


@pytest.fixture
def configuration() -> Config:
    """`jupyterhub_config.py`, as JupyterHub reads it."""
    loaded: Config = PyFileConfigLoader("jupyterhub_config.py", path=str(FOLDER)).load_config()
    return loaded


@pytest.fixture
def values() -> Any:
    """`z2jh-values.yaml`."""
    return yaml.safe_load((FOLDER / "z2jh-values.yaml").read_text(encoding="utf-8"))


def test_kubernetes_is_told_the_same_as_jupyterhub(configuration: Config, values: Any) -> None:
    told: dict[str, dict[str, Any]] = {name: dict(given) for name, given in values["hub"]["config"].items()}
    for (section, name), own in BY_THE_CHARTS_OWN_NAMES.items():
        told[section][name] = values["singleuser"][own]
    told["Spawner"]["mem_limit"] = values["singleuser"]["memory"]["limit"]
    told["Authenticator"]["admin_users"] = set(told["Authenticator"]["admin_users"])
    assert told == configuration


def test_the_dashboard_is_what_opens_first(configuration: Config) -> None:
    assert configuration.Spawner.default_url == f"/voila/render/{DASHBOARD}"


def test_nobody_is_let_in_unless_somebody_says_who(configuration: Config) -> None:
    assert configuration.Authenticator.allow_all is False
    assert not configuration.Authenticator.admin_users


def test_no_person_is_given_a_file_that_is_another_ones(configuration: Config) -> None:
    assert "RUTKIT_FILE" not in configuration.Spawner.environment


@pytest.mark.parametrize("section", ["Spawner", "JupyterHub", "Authenticator"])
def test_jupyterhub_knows_every_setting(configuration: Config, section: str) -> None:
    from jupyterhub import app, auth, spawner

    place = {"Spawner": spawner, "JupyterHub": app, "Authenticator": auth}[section]
    known = getattr(place, section).class_traits(config=True)
    assert set(configuration[section]) <= set(known)


def test_on_kubernetes_a_server_reaches_nobody_but_the_hub_and_a_name_server(values: Any) -> None:
    policy = values["singleuser"]["networkPolicy"]
    assert policy["enabled"]
    assert policy["egress"] == []
    assert {rule for rule, allowed in policy["egressAllowRules"].items() if allowed} == {
        "dnsPortsCloudMetadataServer",
        "dnsPortsKubeSystemNamespace",
        "dnsPortsPrivateIPs",
    }


def test_on_kubernetes_everybody_has_a_volume_of_their_own(values: Any) -> None:
    assert values["singleuser"]["storage"]["type"] == "dynamic"


def test_a_server_that_nobody_uses_ends_as_soon_everywhere(values: Any) -> None:
    culling = SETTINGS["MappingKernelManager"]
    assert values["cull"]["timeout"] == culling["cull_idle_timeout"]
    assert values["cull"]["every"] == culling["cull_interval"]


def test_jupyters_own_server_is_told_what_voilas_is() -> None:
    told = server_settings()
    assert {**told["ServerApp"], "ip": "127.0.0.1", "port_retries": 0} == SETTINGS["Voila"]
    for section in ("VoilaExecutor", "KernelProvisionerFactory", "KernelManager", "MappingKernelManager"):
        assert told[section] == SETTINGS[section]
    own = {**SETTINGS["VoilaConfiguration"], "preheat_kernel": False}
    assert told["VoilaConfiguration"] == own
