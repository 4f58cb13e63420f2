"""The workbook itself: begin one, take it along, next year's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from http import HTTPStatus
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from zi_docs.data.office_kinds import office_kinds
from zi_docs.settings import year_in_name
from zi_docs.web.admission import sent_form
from zi_docs.web.layout import page
from zi_docs.web.verb_answer import answered_file, ask, outcome_page
from zi_docs.web.workplace import working_folder

_BACK = ("/buku-kerja", "Kembali ke buku kerja")
# Question -> the option of `mulai` that answers it.
_ANSWERS = {name: f"--{name}" for name in ("instansi", "kedudukan", "tahun", "sekretaris", "ketua")}


def _workbook(request: Request) -> Response:
    source = request.app.state.reader.place.source
    year = year_in_name(source) or date.today().year
    context = {
        "there": source.is_file(),
        "name": source.name,
        "year": year,
        "next_year": year + 1,
        "kinds": office_kinds(),
    }
    return page(request, "workbook.html", context)


async def _begin(request: Request) -> Response:
    """Write the workbook of a new office, with its folders."""
    async with sent_form(request) as form:
        answers = {name: str(form.get(name, "")).strip() for name in _ANSWERS}
    reader = request.app.state.reader
    arguments = ["mulai", str(working_folder(reader.place)), "--tanpa-tanya"]
    for name, value in answers.items():
        arguments += [_ANSWERS[name], value] if value else []
    outcome = await ask(request, arguments)
    if not outcome.done:
        return outcome_page(request, "Buku kerja belum dibuat", outcome, _BACK)
    reader.place = replace(reader.place, source=Path(outcome.data["workbook"]))
    return outcome_page(request, "Buku kerja dibuat", outcome, ("/", "Buka tahun ini"))


def _take_along(request: Request) -> Response:
    source = request.app.state.reader.place.source
    if not source.is_file():
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return FileResponse(source, filename=source.name)


async def _meetings(request: Request) -> Response:
    """The workbook with the meetings that its plan asks for."""
    async with sent_form(request):
        pass
    name = f"{request.app.state.reader.place.source.stem}-dengan-rapat.xlsx"
    return await answered_file(request, ["jadwal"], "--tulis", name, "Usulan rapat", _BACK)


async def _next_year(request: Request) -> Response:
    """Next year's workbook, with what belongs to one year emptied."""
    async with sent_form(request):
        pass
    year = (year_in_name(request.app.state.reader.place.source) or date.today().year) + 1
    return await answered_file(
        request, ["tahun-baru"], "", f"zi-{year}.xlsx", "Buku kerja belum dibuat", _BACK
    )


ROUTES = [
    Route("/buku-kerja", _workbook),
    Route("/buku-kerja/mulai", _begin, methods=["POST"]),
    Route("/buku-kerja/unduh", _take_along),
    Route("/buku-kerja/rapat", _meetings, methods=["POST"]),
    Route("/buku-kerja/tahun-baru", _next_year, methods=["POST"]),
]
