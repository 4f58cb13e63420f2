"""What the plan can score in the LKE, what is missing, and what to take along for it."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from zi_docs.lke.answers import ASSUMPTIONS
from zi_docs.lke.items import thresholds, version
from zi_docs.lke.offers import offers
from zi_docs.lke.score import Points, number, points_text, span_text, summary
from zi_docs.web.admission import sent_form
from zi_docs.web.layout import back_to, page, year_page_or_reasons
from zi_docs.web.uploads import laid_uploads
from zi_docs.web.verb_answer import answered_file

_BACK = ("/nilai", "Kembali ke nilai LKE")


def _score(request: Request) -> Response:
    view = request.app.state.reader.view()
    if (reasons := year_page_or_reasons(request, view)) is not None:
        return reasons
    scored = view.score
    context = {
        "summary": summary(scored),
        "version": version(),
        "scored": scored,
        "earned": view.earned,
        "limits": thresholds(),
        "offers": [(each, span_text(Points(each.low, each.high, 0))) for each in offers(scored)],
        "assumptions": ASSUMPTIONS,
        "span": span_text,
        "points": points_text,
        "number": number,
    }
    return page(request, "score.html", context)


async def _answer_sheet(request: Request) -> Response:
    """The answer sheet of the LKE, to fill by the evaluators."""
    async with sent_form(request):
        pass
    return await answered_file(
        request,
        ["lke"],
        "--lembar",
        "lembar-jawaban-lke.xlsx",
        "Lembar jawaban belum dibuat",
        _BACK,
    )


async def _evaluated(request: Request) -> Response:
    """Of an answer sheet that evaluators filled: their notes as follow-ups, or a newer sheet."""
    async with sent_form(request) as form, laid_uploads(form) as paths:
        if len(paths) != 1:
            return back_to("/nilai")
        if "lembar" in form:
            option, name = "--lembar", "lembar-jawaban-lke.xlsx"
        else:
            source = request.app.state.reader.place.source
            option, name = "--catat", f"{source.stem}-dengan-catatan.xlsx"
        arguments = ["lke", "--dari", str(paths[0])]
        return await answered_file(request, arguments, option, name, "Lembar jawaban TPI", _BACK)


async def _offered_rows(request: Request) -> Response:
    """A workbook with the chosen rows for items that nobody serves; all where none was chosen."""
    async with sent_form(request) as form:
        codes = [code for code in form.getlist("butir") if isinstance(code, str)]
    arguments = ["lke", *(word for code in codes for word in ("--butir", code))]
    name = f"{request.app.state.reader.place.source.stem}-dengan-usulan.xlsx"
    return await answered_file(
        request, arguments, "--tambah", name, "Buku kerja dengan usulan belum dibuat", _BACK
    )


async def _map(request: Request) -> Response:
    """Make the paper that shows the score."""
    async with sent_form(request):
        pass
    view = await asyncio.to_thread(request.app.state.reader.view)
    job = request.app.state.runner.start("Membuat peta nilai LKE", ["lke", "--peta"], view)
    return back_to(f"/naskah/kerja/{job.number}")


ROUTES = [
    Route("/nilai", _score),
    Route("/nilai/lembar", _answer_sheet, methods=["POST"]),
    Route("/nilai/tpi", _evaluated, methods=["POST"]),
    Route("/nilai/tambah", _offered_rows, methods=["POST"]),
    Route("/nilai/peta", _map, methods=["POST"]),
]
