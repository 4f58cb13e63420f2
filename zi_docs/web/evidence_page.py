"""The evidence of each row: what the plan asks for, what is there, where to drop it; dossiers."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from zi_docs.evidence.evidence_check import Evidence, EvidenceState, stray_findings
from zi_docs.evidence.paper_standings import RowStanding, summary
from zi_docs.lke.items import joined_codes, known_codes
from zi_docs.model import areas_of
from zi_docs.papers import lembar_foto
from zi_docs.settings import DEFAULTS
from zi_docs.text import whole_number
from zi_docs.web.admission import sent_form
from zi_docs.web.downloads import file_answer
from zi_docs.web.layout import back_to, page, year_page_or_reasons
from zi_docs.web.uploads import laid_uploads
from zi_docs.web.verb_answer import ask, outcome_page
from zi_docs.web.verb_process import MAKING_LIMITS
from zi_docs.web.year_view import YearView

_BACK = ("/bukti", "Kembali ke bukti dukung")


@dataclass(frozen=True)
class ShownRow:
    """A row of the plan on the page: its evidence, what it asks for, its LKE codes, and the name
    of its sheet of photos, if it has one."""

    evidence: Evidence
    papers: RowStanding
    codes: str
    sheet: str = ""


def _evidence(request: Request) -> Response:
    view = request.app.state.reader.view()
    if (reasons := year_page_or_reasons(request, view)) is not None:
        return reasons
    counts = Counter(each.state for each in view.evidence)
    context = {
        "areas": _by_area(view),
        "counts": [(state.value, counts[state]) for state in EvidenceState if counts[state]],
        "total": len(view.evidence),
        "summary": summary(view.evidence_papers),
        "strays": list(stray_findings(view.folder / DEFAULTS.evidence, view.evidence)),
        "dossiers": _dossiers(view),
    }
    return page(request, "evidence.html", context)


def _by_area(view: YearView) -> list[tuple[object, list[ShownRow]]]:
    """The evidence of the rows by area, in the order of the plan."""
    papers = {each.row.id: each for each in view.evidence_papers}
    sheets = {
        topic.about.id: product.name
        for topic in view.catalog.about([lembar_foto.FAMILY])
        for product in topic.compose()
    }
    rows = {
        (row := each.activity).id: ShownRow(
            each, papers[row.id], joined_codes(known_codes(row.lke)), sheets.get(row.id, "")
        )
        for each in view.evidence
    }
    return [
        (area, [rows[row.id] for component in area.components for row in component.rows])
        for area in areas_of(view.plan)
    ]


def _dossiers(view: YearView) -> list[tuple[str, list[Path]]]:
    """The dossiers that stand there, the newest first, each with its files."""
    folder = view.folder / DEFAULTS.dossier
    names = sorted(folder.glob("dosir-*"), key=_number, reverse=True)
    return [(each.name, sorted(each.iterdir())) for each in names if each.is_dir()]


def _number(folder: Path) -> int:
    return whole_number(folder.name.rpartition("-")[2]) or 0


async def _take_in(request: Request) -> Response:
    """Lay files into the folder of a row."""
    row = request.path_params["row"]
    async with sent_form(request) as form, laid_uploads(form) as paths:
        if not paths:
            return back_to("/bukti")
        outcome = await ask(request, ["masukkan", *map(str, paths), "--baris", row])
    return outcome_page(request, f"Bukti dukung {row}", outcome, (f"/bukti#{row}", _BACK[1]))


async def _put_together(request: Request) -> Response:
    """Have a dossier put together in a new folder of the year."""
    async with sent_form(request):
        pass
    view = await asyncio.to_thread(request.app.state.reader.view)
    if (reasons := year_page_or_reasons(request, view)) is not None:
        return reasons
    folder = view.folder / DEFAULTS.dossier
    last = max((_number(each) for each in folder.glob("dosir-*")), default=0)
    target = folder / f"dosir-{last + 1}"
    outcome = await ask(request, ["bukti", "--dosir", str(target)], MAKING_LIMITS)
    return outcome_page(request, "Dosir bukti dukung", outcome, _BACK)


def _dossier_file(request: Request) -> Response:
    """An archive of a dossier, or its index."""
    view = request.app.state.reader.view()
    if isinstance(view, YearView):
        asked = (request.path_params["dossier"], request.path_params["file"])
        for name, files in _dossiers(view):
            path = next((file for file in files if (name, file.name) == asked), None)
            if path is not None:
                return file_answer(path, view.folder)
    raise HTTPException(HTTPStatus.NOT_FOUND)


ROUTES = [
    Route("/bukti", _evidence),
    Route("/bukti/{row}", _take_in, methods=["POST"]),
    Route("/dosir", _put_together, methods=["POST"]),
    Route("/dosir/{dossier}/{file}", _dossier_file),
]
