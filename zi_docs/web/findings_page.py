"""What is wrong, by sheet and cell: with the remedy, to accept, or as a marked copy."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from zi_docs.findings import Finding, Severity
from zi_docs.web.admission import sent_form
from zi_docs.web.layout import back_to, by_severity, page
from zi_docs.web.verb_answer import answered_file, ask, outcome_page
from zi_docs.web.year_view import YearView

_WORST_FIRST = {severity: rank for rank, severity in enumerate(Severity)}
_BACK = ("/temuan", "Kembali ke pemeriksaan")


def _findings(request: Request) -> Response:
    view = request.app.state.reader.view()
    accepted = view.checked.accepted if isinstance(view, YearView) else {}
    weight = request.query_params.get("bobot", "")
    shown = [f for f in view.findings if not weight or f.severity.value == weight]
    context = {
        "sheets": _by_sheet(shown),
        "weight": weight,
        "total": len(view.findings),
        "counts": [(s.value, len(own)) for s, own in by_severity(view.findings).items()],
        "accepted": list(accepted.items()),
        "error": Severity.ERROR,
    }
    return page(request, "findings.html", context)


def _by_sheet(findings: Iterable[Finding]) -> list[tuple[str, list[Finding]]]:
    """Findings by the sheet, or the file, in which they stand; in each the worst first."""
    sheets: dict[str, list[Finding]] = {}
    for finding in findings:
        sheets.setdefault(finding.place.sheet or finding.place.file, []).append(finding)
    for own in sheets.values():
        own.sort(key=lambda finding: _WORST_FIRST[finding.severity])
    return sorted(sheets.items(), key=lambda item: _WORST_FIRST[item[1][0].severity])


async def _accept(request: Request) -> Response:
    """Accept a finding for good, or take that back."""
    async with sent_form(request) as form:
        code, cell, reason = (str(form.get(name, "")) for name in ("kode", "sel", "alasan"))
        undone = "batalkan" in form
    wish = ["--batalkan", code] if undone else ["--terima", code, "--alasan", reason]
    outcome = await ask(request, ["periksa", *wish, "--sel", cell])
    if outcome.done:
        return back_to("/temuan")
    return outcome_page(request, "Temuan belum diterima", outcome, _BACK)


async def _marked_copy(request: Request) -> Response:
    """The workbook with every finding as a coloured cell and comment."""
    async with sent_form(request):
        pass
    name = f"{request.app.state.reader.place.source.stem}-bertanda.xlsx"
    return await answered_file(
        request, ["periksa"], "--salinan", name, "Salinan bertanda belum dibuat", _BACK
    )


ROUTES = [
    Route("/temuan", _findings),
    Route("/temuan/terima", _accept, methods=["POST"]),
    Route("/temuan/salinan", _marked_copy, methods=["POST"]),
]
