"""The first page: the year by months, the week, decrees, meetings ahead, the score."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from zi_docs.lke.score import summary
from zi_docs.model import Area
from zi_docs.monev.achievement import Step, areas_counted, steps
from zi_docs.status.gather import months_at
from zi_docs.status.show import headline, sections
from zi_docs.status.this_week import this_week
from zi_docs.web.layout import by_severity, page, year_page_or_reasons
from zi_docs.web.year_view import YearView

_MOST_MEETINGS = 6


def _year(request: Request) -> Response:
    view = request.app.state.reader.view()
    if (reasons := year_page_or_reasons(request, view)) is not None:
        return reasons
    return page(request, "year.html", _context(view))


def _context(view: YearView) -> dict[str, object]:
    plan, state = view.plan, view.status
    ahead = [meeting for meeting in plan.meetings if meeting.tanggal >= view.day]
    return {
        "plan": plan,
        "current": state.month,
        "score_sentence": summary(view.score),
        "counts": [(s.value, len(own)) for s, own in by_severity(view.findings).items()],
        "headline": headline(state),
        "sections": list(sections(state)),
        "grid": view.grid,
        "week": this_week(plan, state),
        "meetings": sorted(ahead, key=lambda meeting: meeting.tanggal)[:_MOST_MEETINGS],
        "decrees": view.decrees,
        "titles": view.titles,
    }


def _month(request: Request) -> Response:
    month = request.path_params["month"]
    if not 1 <= month <= 12:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    view = request.app.state.reader.view()
    if (reasons := year_page_or_reasons(request, view)) is not None:
        return reasons
    at = months_at(view.plan, view.day)
    planned = steps(view.plan, [month], at.through, at.closed)
    areas = [
        (area, own) for area in areas_counted(view.plan, planned) if (own := _of(area, planned))
    ]
    return page(
        request, "month.html", {"month": month, "year": view.plan.office.tahun, "areas": areas}
    )


def _of(area: Area, planned: Sequence[Step]) -> list[Step]:
    """The steps of an area."""
    rows = {row.id for component in area.components for row in component.rows}
    return [step for step in planned if step.activity.id in rows]


ROUTES = [Route("/", _year), Route("/bulan/{month:int}", _month)]
