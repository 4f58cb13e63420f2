"""The evidence of each row: what the plan asks for, what is there, and where to drop a file."""

from __future__ import annotations

from collections import Counter

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from zi_docs.evidence.evidence_check import Evidence, EvidenceState
from zi_docs.model import areas_of
from zi_docs.web.admission import sent_form
from zi_docs.web.layout import back_to, page, year_page_or_reasons
from zi_docs.web.uploads import laid_uploads
from zi_docs.web.verb_answer import ask, outcome_page
from zi_docs.web.year_view import YearView


def _evidence(request: Request) -> Response:
    view = request.app.state.reader.view()
    if (reasons := year_page_or_reasons(request, view)) is not None:
        return reasons
    counts = Counter(each.state for each in view.evidence)
    context = {
        "areas": _by_area(view),
        "counts": [(state.value, counts[state]) for state in EvidenceState if counts[state]],
        "total": len(view.evidence),
    }
    return page(request, "evidence.html", context)


def _by_area(view: YearView) -> list[tuple[object, list[Evidence]]]:
    """The evidence of the rows by area, in the order of the plan."""
    by_row = {each.activity.id: each for each in view.evidence}
    return [
        (area, [by_row[row.id] for component in area.components for row in component.rows])
        for area in areas_of(view.plan)
    ]


async def _take_in(request: Request) -> Response:
    """Lay files into the folder of a row."""
    row = request.path_params["row"]
    async with sent_form(request) as form, laid_uploads(form) as paths:
        if not paths:
            return back_to("/bukti")
        outcome = await ask(request, ["masukkan", *map(str, paths), "--baris", row])
    back = (f"/bukti#{row}", "Kembali ke bukti dukung")
    return outcome_page(request, f"Bukti dukung {row}", outcome, back)


ROUTES = [
    Route("/bukti", _evidence),
    Route("/bukti/{row}", _take_in, methods=["POST"]),
]
