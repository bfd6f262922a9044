from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import psutil
import pytest
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.factory import KernelProvisionerFactory

from rutkit.serving import provisioning
from rutkit.serving.provisioning import ForkedKernel, ForkServer, fork_server

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Kernels are forked on Linux alone"
)


@pytest.fixture
def sleeper() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as process:
        yield process
        process.kill()


@pytest.fixture(scope="module")
def server() -> Iterator[ForkServer]:
    yield fork_server()
    fork_server().close()
    fork_server.cache_clear()


def test_a_kernel_that_runs_has_no_status_yet(sleeper: subprocess.Popen[bytes]) -> None:
    assert ForkedKernel(sleeper.pid).poll() is None


def test_a_kernel_that_was_killed_is_known_to_have_ended(sleeper: subprocess.Popen[bytes]) -> None:
    kernel = ForkedKernel(sleeper.pid)

    kernel.kill()

    assert kernel.wait() == 0
    assert kernel.poll() == 0


def test_a_signal_to_a_kernel_that_has_ended_reaches_nobody(sleeper: subprocess.Popen[bytes]) -> None:
    kernel = ForkedKernel(sleeper.pid)
    kernel.kill()
    kernel.wait()

    kernel.terminate()

    assert kernel.poll() == 0


@asynccontextmanager
async def running_kernel(folder: Path, **environment: str) -> AsyncIterator[AsyncKernelManager]:
    """A kernel started as Voilà starts one, in a folder and with variables of its own."""
    manager = AsyncKernelManager(kernel_name="python3")
    await manager.start_kernel(cwd=str(folder), env={**os.environ, **environment})
    yield manager
    await manager.shutdown_kernel(now=True)


async def said(manager: AsyncKernelManager, code: str) -> str:
    """What a piece of code prints in the kernel."""
    client = manager.client()
    client.start_channels()
    printed: list[str] = []
    try:
        await client.wait_for_ready(timeout=30)
        await client.execute_interactive(
            code, output_hook=lambda message: printed.append(message["content"].get("text", "")), timeout=30
        )
    finally:
        client.stop_channels()
    return "".join(printed).strip()


@pytest.fixture
def forking(server: ForkServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    KernelProvisionerFactory.clear_instance()
    monkeypatch.setenv("JUPYTER_DEFAULT_PROVISIONER_NAME", "rutkit-forking")
    yield
    KernelProvisionerFactory.clear_instance()


@pytest.mark.usefixtures("forking")
def test_a_kernel_begins_where_and_with_what_it_was_started(tmp_path: Path) -> None:
    async def ask() -> str:
        async with running_kernel(tmp_path, WHOSE="somebody’s") as manager:
            return await said(manager, "import os; print(os.getcwd(), os.environ['WHOSE'])")

    assert asyncio.run(ask()) == f"{tmp_path} somebody’s"


@pytest.mark.usefixtures("forking")
def test_a_kernel_has_read_what_pages_need(tmp_path: Path) -> None:
    async def ask() -> str:
        async with running_kernel(tmp_path) as manager:
            return await said(
                manager, "import sys; print({'pandas', 'rutkit.home.view'} <= set(sys.modules))"
            )

    assert asyncio.run(ask()) == "True"


@pytest.mark.usefixtures("forking")
def test_a_page_can_ask_a_kernel_for_all_widgets_at_once(tmp_path: Path) -> None:
    async def ask() -> str:
        async with running_kernel(tmp_path) as manager:
            return await said(
                manager, "import comm; print('jupyter.widget.control' in comm.get_comm_manager().targets)"
            )

    assert asyncio.run(ask()) == "True"


@pytest.mark.usefixtures("forking")
def test_two_kernels_share_no_variables(tmp_path: Path) -> None:
    async def ask() -> str:
        async with running_kernel(tmp_path) as one, running_kernel(tmp_path) as other:
            await said(one, "secret = 1")
            return await said(other, "print('secret' in globals())")

    assert asyncio.run(ask()) == "False"


@pytest.mark.usefixtures("forking")
def test_a_kernel_that_ends_at_once_leaves_the_others_alone(
    server: ForkServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(pid: int) -> ForkedKernel:
        os.kill(pid, signal.SIGKILL)
        raise ProcessLookupError

    async def start() -> None:
        async with running_kernel(tmp_path):
            pass

    monkeypatch.setattr(provisioning, "ForkedKernel", ended)
    asyncio.run(start())
    assert fork_server() is server


@pytest.mark.usefixtures("forking")
def test_a_kernel_that_is_shut_down_is_gone(tmp_path: Path) -> None:
    async def start_and_end() -> int:
        async with running_kernel(tmp_path) as manager:
            return int(await said(manager, "import os; print(os.getpid())"))

    assert not psutil.pid_exists(asyncio.run(start_and_end()))
