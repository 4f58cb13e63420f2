"""What comes in: filled forms, photos of a meeting, signed papers."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from zi_docs.web.admission import sent_form
from zi_docs.web.layout import back_to, page, year_page_or_reasons
from zi_docs.web.uploads import laid_uploads
from zi_docs.web.verb_answer import ask, outcome_page
from zi_docs.web.year_view import YearView

_BACK = ("/masukan", "Kembali ke berkas masuk")


def _intake(request: Request) -> Response:
    view = request.app.state.reader.view()
    if (reasons := year_page_or_reasons(request, view)) is not None:
        return reasons
    return page(
        request,
        "intake.html",
        {"meetings": view.plan.meetings, "signable": _signable(view)},
    )


def _signable(view: YearView) -> list[tuple[str, str]]:
    """The papers that may come back signed, by the ID or name that `tandatangan` asks for."""
    return [
        (paper.product.id or name, f"{paper.product.title}, {paper.product.about.name}")
        for name, paper in view.papers.items()
        if paper.files and any(path.suffix == ".docx" for path in paper.files)
        and not paper.product.original
    ]  # fmt: skip


async def _forms(request: Request) -> Response:
    """Filled monitoring forms."""
    return await _take_in(request, [], "Formulir monev")


async def _photos(request: Request) -> Response:
    """Photos of a meeting."""
    return await _take_in(request, ["--rapat", "rapat"], "Foto rapat")


async def _take_in(request: Request, target: list[str], title: str) -> Response:
    """Hand the files of a form to `masukkan`; `target` is its option and the field for it."""
    async with sent_form(request) as form, laid_uploads(form) as paths:
        if not paths:
            return back_to("/masukan")
        option = [target[0], str(form.get(target[1], ""))] if target else []
        outcome = await ask(request, ["masukkan", *map(str, paths), *option])
    return outcome_page(request, title, outcome, _BACK)


async def _signed(request: Request) -> Response:
    """A signed paper, scanned or with electronic signatures."""
    async with sent_form(request) as form, laid_uploads(form) as paths:
        if len(paths) != 1:
            return back_to("/masukan")
        arguments = ["tandatangan", str(paths[0]), "--untuk", str(form.get("untuk", ""))]
        for name in ("nomor", "tanggal"):
            if value := str(form.get(name, "")).strip():
                arguments += [f"--{name}", value]
        outcome = await ask(request, arguments + (["--tetap"] if "tetap" in form else []))
    return outcome_page(request, "Naskah bertanda tangan", outcome, _BACK)


ROUTES = [
    Route("/masukan", _intake),
    Route("/masukan/formulir", _forms, methods=["POST"]),
    Route("/masukan/foto", _photos, methods=["POST"]),
    Route("/masukan/tandatangan", _signed, methods=["POST"]),
]
