"""Predictions brought up to date beside the page, wherever they are shown or counted."""

from __future__ import annotations

from rutkit.home.forecasts.keeping import News, news_of, save
from rutkit.home.forecasts.settling import COUNTED_FROM
from rutkit.widgets.view import View
from rutkit.widgets.worked_out import WorkedOut


class Upkeep:
    """Settles what can be settled, and makes rutkit's own predictions, once a week, while a view is shown."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._news = WorkedOut(view, self._find, *COUNTED_FROM, only_in_sight=True)
        self._news.on_news(self._save)

    def _find(self) -> News:
        page = self._view.page
        return news_of(page.workbook, page.today(), alone=page.alone, read_all=page.all_in_parts)

    def _save(self) -> None:
        assert self._news.result is not None
        save(self._view.workbook, self._news.result, self._view.page.today())
