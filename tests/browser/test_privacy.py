"""Nobody but the owner is answered with their workbook.

That nobody but the server at this machine is asked for anything, `open_tab` holds for every test.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from servers import Server
from tabs import Tab


@pytest.mark.usefixtures("with_demo")
@pytest.mark.parametrize("notebook", ["00-start-here", "03-emotions"])
def test_a_visitor_under_another_host_name_gets_a_temporary_workbook_of_their_own(
    server: Server, open_tab: Callable[..., Tab], notebook: str
) -> None:
    owner = open_tab().open()
    acknowledged = owner.find(".rutkit-quote").inner_text()
    visitor = open_tab(f"http://rutkit.example:{server.port}").open(notebook)
    expect(visitor.page.get_by_text("This is a temporary workbook").first).to_be_visible()
    if notebook == "00-start-here":
        visitor.go("emotions")
    visitor.box("check_in", "note").fill("A visitor was here")
    visitor.wait_until_saved()
    assert acknowledged not in visitor.page.content()
    owner.reload()
    owner.go("emotions")
    expect(owner.box("check_in", "note")).to_have_value("")
