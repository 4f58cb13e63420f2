"""What changed since a plan was decreed, or since an older workbook; the papers of a change."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from zi_docs.model import DecreeKind
from zi_docs.revision.compare import compare_plans
from zi_docs.revision.report import changes_as_dict
from zi_docs.revision.states import State, states
from zi_docs.web.admission import sent_form
from zi_docs.web.layout import back_to, page, year_page_or_reasons
from zi_docs.web.uploads import laid_uploads
from zi_docs.web.verb_answer import ask, outcome_page
from zi_docs.web.year_view import YearView

_BACK = ("/perubahan", "Kembali ke perubahan")


def _changes(request: Request) -> Response:
    view = request.app.state.reader.view()
    if (reasons := year_page_or_reasons(request, view)) is not None:
        return reasons
    newest = _newest_kept(view)
    before = view.year.plan_of(newest) if newest is not None else None
    changes = changes_as_dict(compare_plans(before or view.plan, view.plan))
    context = {"newest": newest, "changes": changes, "revisions": view.plan.revisions}
    return page(request, "changes.html", context)


def _newest_kept(view: YearView) -> State | None:
    """The newest decreed state of the plan that was kept."""
    kept = [
        state
        for decree in view.plan.decrees
        if decree.jenis is DecreeKind.PLAN
        for state in states(view.plan, decree)
        if state.id.casefold() in view.year.decreed
    ]
    return kept[-1] if kept else None


async def _compare(request: Request) -> Response:
    """Compare with an older workbook: semula and menjadi, row by row and word by word."""
    async with sent_form(request) as form, laid_uploads(form) as paths:
        if len(paths) != 1:
            return back_to("/perubahan")
        outcome = await ask(request, ["revisi", str(paths[0])])
    if not outcome.done:
        return outcome_page(request, "Buku kerja lama tidak dapat dibandingkan", outcome, _BACK)
    return page(request, "comparison.html", outcome.data)


async def _make(request: Request) -> Response:
    """Make the decree of a revision with its matrix."""
    async with sent_form(request) as form:
        key = str(form.get("revisi", ""))
    view = request.app.state.reader.view()
    title = f"Membuat keputusan perubahan {key}"
    job = request.app.state.runner.start(title, ["revisi", "--naskah", key], view)
    return back_to(f"/naskah/kerja/{job.number}")


ROUTES = [
    Route("/perubahan", _changes),
    Route("/perubahan/bandingkan", _compare, methods=["POST"]),
    Route("/perubahan/naskah", _make, methods=["POST"]),
]
