from __future__ import annotations

from datetime import date, timedelta

from rutkit.chart import LIGHT
from rutkit.steps.job_search.applications.candidacy import Candidacy
from rutkit.steps.job_search.applications.charts import SHOWN, timeline_chart
from rutkit.steps.job_search.records import Application, ApplicationStage

TODAY = date(2026, 11, 22)


def sent(count: int) -> list[Candidacy]:
    """So many applications for one job at one company, sent a day after the other."""
    found = []
    for number in range(count):
        application = Application(title="Lead", company="<b>Otter</b>")
        day = TODAY - timedelta(days=number)
        found.append(Candidacy(application, (ApplicationStage(application=application.id, day=day),)))
    return found


def test_before_anything_was_sent_it_says_what_fills_it() -> None:
    assert timeline_chart([Candidacy(Application(title="Lead"))], TODAY, LIGHT).is_empty


def test_each_application_has_a_line_of_its_own_and_words_are_no_markup() -> None:
    figure = timeline_chart(sent(2), TODAY, LIGHT).figure
    assert figure is not None
    names = {line.y[0] for line in figure.data if line.mode == "lines"}
    assert len(names) == 2
    assert all(name.startswith("&lt;b&gt;Otter") for name in names)


def test_what_is_not_drawn_is_in_the_numbers() -> None:
    chart = timeline_chart(sent(SHOWN + 3), TODAY, LIGHT)
    assert "3 more are in the numbers" in chart.note
    assert chart.numbers is not None
    assert len(chart.numbers) == SHOWN + 3


def test_the_title_says_how_many_still_run() -> None:
    ended = Candidacy(Application(outcome="rejected"), (ApplicationStage(application="x", day=TODAY),))
    assert timeline_chart([*sent(1), ended], TODAY, LIGHT).title == "1 application of 2 still runs"


def test_a_day_that_is_not_known_is_not_drawn_and_said() -> None:
    application = Application(title="Lead")
    sent = ApplicationStage(application=application.id, day=TODAY - timedelta(days=9))
    talked = ApplicationStage(application=application.id, stage="interview")
    chart = timeline_chart([Candidacy(application, (sent, talked))], TODAY, LIGHT)
    assert chart.numbers is not None
    assert list(chart.numbers["Day"]) == [sent.day, "day not known"]
    assert "a day is not known" in chart.note
