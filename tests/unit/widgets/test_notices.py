from __future__ import annotations

from rutkit.errors import RutkitError
from rutkit.steps.exit_plan.records import Support
from rutkit.widgets.markup import html
from rutkit.widgets.notice import NoticeBoard
from rutkit.widgets.page import Page
from rutkit.widgets.progress import ProgressBar
from rutkit.widgets.status import Status
from rutkit.widgets.upload import MAXIMUM_BYTES, Upload
from rutkit.workbook import Workbook

NASTY = "<script>{x}</script>"


def test_a_sentence_stands_there_once() -> None:
    board = NoticeBoard()

    board.show("The disk is full.")
    board.show("The disk is full.")

    assert board.widget.value.count("The disk is full.") == 1


def test_notices_go_when_they_are_cleared() -> None:
    board = NoticeBoard()
    board.show("The disk is full.")

    board.clear()

    assert board.widget.value == ""


def test_how_things_are_is_not_said_again_once_it_was_put_away() -> None:
    board = NoticeBoard()
    board.show_unless_read("It is read-only.")
    board.put_away()

    board.show_unless_read("It is read-only.")

    assert board.widget.value == ""


def test_what_failed_is_said_again_each_time() -> None:
    board = NoticeBoard()
    board.show("This was not saved.")
    board.put_away()

    board.show("This was not saved.")

    assert "This was not saved." in board.widget.value


def test_what_an_error_quotes_is_text() -> None:
    board = NoticeBoard()

    board.show_error(RutkitError(NASTY))
    board.show_error(ValueError(NASTY))

    assert "<script>" not in board.widget.value
    assert board.widget.value.count("&lt;script&gt;{x}&lt;/script&gt;") == 2


def test_the_sign_offers_to_take_back_the_last_change_by_its_name() -> None:
    status = Status()

    with Workbook.temporary() as workbook:
        with workbook.batch(f'removed "{NASTY}"'):
            workbook.add(Support(name="Ada"))
        status.show_undo(workbook.last_change())

    assert "removed &#34;&lt;script&gt;" in status.widget.value


def test_with_nothing_to_take_back_nothing_is_offered() -> None:
    status = Status()

    status.show_undo(None)

    assert "Undo" not in status.widget.value


def test_a_template_s_values_are_text_and_its_own_markup_is_not() -> None:
    inner = html("<i>{text}</i>", text=NASTY)

    assert html("<p>{inner}</p>", inner=inner) == "<p><i>&lt;script&gt;{x}&lt;/script&gt;</i></p>"


def test_a_file_goes_to_who_asked_for_it(page: Page) -> None:
    files: list[tuple[bytes, str]] = []
    upload = Upload(page, "Choose", ".csv", lambda content, name: files.append((content, name)))

    upload._take(b"a", "a.csv")

    assert files == [(b"a", "a.csv")]


def send(page: Page, content: bytes, name: str) -> None:
    """As the browser does, in one piece, for the one upload that there is."""
    (action,) = page.bridge._upload_handlers
    sent = {"type": "upload", "action": action, "name": name, "number": 0, "piece": 0, "pieces": 1}
    page.bridge._receive(page.bridge, sent, [memoryview(content)])


def test_a_file_that_is_too_large_is_refused_in_a_sentence(page: Page) -> None:
    files: list[bytes] = []
    upload = Upload(page, "Choose", ".csv", lambda content, _: files.append(content))

    send(page, bytes(MAXIMUM_BYTES + 1), "<big>.csv")

    assert files == []
    assert "“&lt;big&gt;.csv” is larger than 50 MB" in upload._says.value


def test_a_refusal_stands_until_other_files_are_picked(page: Page) -> None:
    def refuse(content: bytes, name: str) -> None:
        raise RutkitError(f"“{name}” is no table.")

    upload = Upload(page, "Choose", ".csv", refuse)
    upload._take(b"", "a.csv")
    upload._take(b"", "b.csv")
    assert upload._says.value.count("is no table") == 2

    upload._begin()
    upload._take(b"", "c.csv")
    assert "c.csv" in upload._says.value
    assert "a.csv" not in upload._says.value


def test_a_part_of_the_page_may_take_larger_files_or_smaller_ones(page: Page) -> None:
    files: list[bytes] = []
    upload = Upload(page, "Choose", ".csv", lambda content, _: files.append(content), maximum_bytes=2_000_000)

    send(page, bytes(2_000_001), "big.csv")

    assert files == []
    assert "larger than 2 MB" in upload._says.value


def test_several_files_can_be_picked_where_that_is_wanted(page: Page) -> None:
    assert " multiple>" not in Upload(page, "Choose", ".csv", print)._button.value
    assert " multiple>" in Upload(page, "Choose", ".csv", print, several=True)._button.value


def test_progress_is_shown_while_there_is_much_to_do_and_gone_at_the_end() -> None:
    bar = ProgressBar("Reading", from_total=100)

    bar.show(5, 50)
    assert bar.widget.value == ""

    bar.show(1_000, 5_000)
    assert "Reading: 1,000 of 5,000" in bar.widget.value

    bar.show(5_000, 5_000)
    assert bar.widget.value == ""
