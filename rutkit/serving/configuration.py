"""What Voilà is told, whoever starts it: the one source of `voila.json` and of `rutkit serve`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

DASHBOARD = "00-start-here.ipynb"
"""The notebook that opens first and whose kernel waits ready."""

POLICY = "; ".join(
    (
        "default-src 'self'",
        # Voilà and ipywidgets write styles and scripts into the page and compile JSON schemas to code;
        # anywidget loads a widget's module from a blob.
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "worker-src 'self' blob:",
        "connect-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
"""The Content-Security-Policy: the browser itself refuses any request to another machine."""

SETTINGS: dict[str, Any] = {
    "Voila": {
        "ip": "127.0.0.1",
        # A kernel that waits ready knows only this port: on another one it would wait forever.
        "port_retries": 0,
        "kernel_websocket_connection_class": "rutkit.serving.connection.PromptConnection",
        "tornado_settings": {
            "headers": {
                "Content-Security-Policy": POLICY,
                "X-Content-Type-Options": "nosniff",
                # Not "no-referrer": a form's origin would be unknown, and the server would refuse its key.
                "Referrer-Policy": "same-origin",
                "X-Frame-Options": "SAMEORIGIN",
            },
        },
    },
    "VoilaConfiguration": {
        "template": "rutkit",
        "allow_template_override": "NO",
        "allow_theme_override": "NO",
        "classic_tree": True,
        "file_allowlist": [],
        "extension_allowlist": [
            "@jupyter-widgets/jupyterlab-manager",
            "@voila-dashboards/widgets-manager8",
            "anywidget",
            "jupyterlab-plotly",
        ],
        "show_tracebacks": False,
        "preheat_kernel": True,
        # A proxy may rewrite the host name; these betray it.
        "http_header_envs": ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"],
    },
    "VoilaExecutor": {
        "cell_error_instruction": "Please reload the page. What you wrote is safe in your workbook.",
    },
    "VoilaKernelManager": {
        "kernel_pools_config": {"default": {"pool_size": 0}, DASHBOARD: {"pool_size": 1}},
        # The next kernel draws its widgets for half a second. It begins when the page that took the last one stands.
        "fill_delay": 3.0,
    },
    "KernelProvisionerFactory": {"default_provisioner_name": "rutkit-forking"},
    # Half of it is for what a page sent last (`rutkit.widgets.farewell`), before the kernel is ended by force.
    "KernelManager": {"shutdown_wait_time": 20.0},
    "MappingKernelManager": {"cull_idle_timeout": 1800, "cull_interval": 60},
}
"""Voilà's configuration by class and trait, as `voila.json` has it."""


def settings_as_json() -> str:
    """What `voila.json` holds, so that plain `voila notebooks` serves as `rutkit serve` does."""
    return json.dumps(SETTINGS, indent=2, ensure_ascii=False) + "\n"


def server_settings() -> dict[str, Any]:
    """The same for Jupyter's own server with Voilà as its extension, as under JupyterHub and on Binder.

    Where it listens is for whoever starts it. Kernels that wait ready are Voilà's own server's alone.
    """
    shared = {
        name: dict(values) for name, values in SETTINGS.items() if name not in ("Voila", "VoilaKernelManager")
    }
    shared["VoilaConfiguration"]["preheat_kernel"] = False
    own = {name: value for name, value in SETTINGS["Voila"].items() if name not in ("ip", "port_retries")}
    return {"ServerApp": own, **shared}


def jupyter_folder() -> Path:
    """The folder to put on `JUPYTER_PATH` so that Voilà finds the page template `rutkit` and a kernel for it.

    The kernel is this very Python's, whatever others are installed. It takes interrupts as messages: as a signal, the
    one at the end would show as a traceback in the terminal if the kernel was still starting.
    """
    return Path(__file__).parent / "jupyter"


def page_templates() -> Path:
    """The folder with the page template `rutkit`, which also holds our pages for “not found” and the like."""
    return jupyter_folder() / "voila" / "templates" / "rutkit"
