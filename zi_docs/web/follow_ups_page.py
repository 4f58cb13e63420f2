"""Everything that somebody is still to do, whoever asked for it: by deadline, or of one source."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from zi_docs.findings import Place
from zi_docs.model import FollowUpSource, areas_of, components_by_row
from zi_docs.monev.followup import FollowUp, FollowUpState, OtherFollowUp
from zi_docs.papers.capaian import named_rows
from zi_docs.web.layout import page, year_page_or_reasons
from zi_docs.web.year_view import YearView
from zi_docs.wording.dates import long_date


@dataclass(frozen=True)
class ShownFollowUp:
    """An open follow-up as the page shows it; `place` is the cell that asks for it."""

    source: str
    what: str
    rows: str
    pic: str
    deadline: str
    state: str
    late: bool
    place: Place


def _follow_ups(request: Request) -> Response:
    view = request.app.state.reader.view()
    if (reasons := year_page_or_reasons(request, view)) is not None:
        return reasons
    waiting = sorted(view.status.follow_ups, key=lambda each: each.deadline or date.max)
    source = request.query_params.get("sumber", "")
    counts = Counter(each.source for each in waiting)
    context = {
        "source": source,
        "total": len(waiting),
        "counts": [(s.value, counts[s]) for s in FollowUpSource if counts[s]],
        "follow_ups": [_shown(view, f) for f in waiting if source in ("", f.source.value)],
        "day": long_date(view.day),
    }
    return page(request, "follow_ups.html", context)


def _shown(view: YearView, follow_up: FollowUp) -> ShownFollowUp:
    name = (
        follow_up.record.name
        if isinstance(follow_up, OtherFollowUp)
        else f"{follow_up.source.value} {follow_up.reference}"
    )
    return ShownFollowUp(
        name,
        follow_up.what,
        named_rows(follow_up, components_by_row(areas_of(view.plan))),
        follow_up.pic,
        long_date(follow_up.deadline) if follow_up.deadline else "",
        follow_up.state.value,
        follow_up.state is FollowUpState.LATE,
        follow_up.place,
    )


ROUTES = [Route("/tindak-lanjut", _follow_ups)]
