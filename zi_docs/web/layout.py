"""Makes pages of layouts: what every page shows around its own content."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from http import HTTPStatus
from pathlib import Path, PurePath
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from zi_docs.findings import Finding, Severity
from zi_docs.web.admission import FORM_KEY, Session
from zi_docs.web.year_view import Unreadable, YearView
from zi_docs.wording.dates import long_date, month_name
from zi_docs.wording.numbers import percent_text

NAVIGATION = (
    ("/", "Tahun ini"),
    ("/temuan", "Pemeriksaan"),
    ("/naskah", "Naskah"),
    ("/masukan", "Berkas masuk"),
    ("/bukti", "Bukti dukung"),
    ("/tindak-lanjut", "Tindak lanjut"),
    ("/perubahan", "Perubahan"),
    ("/nilai", "Nilai LKE"),
    ("/buku-kerja", "Buku kerja"),
)
# The menu where the page does what a verb does, of those that messages name with these options.
_MENUS = {
    "periksa": "Pemeriksaan",
    "semua": "Naskah",
    "monev": "Naskah",
    "tandatangan": "Berkas masuk",
    "tandatangan --untuk": "Berkas masuk",
    "revisi": "Perubahan",
    "revisi --naskah": "Perubahan",
    "lke --tambah": "Nilai LKE",
    "buku-kerja": "Buku kerja",
    "buku-kerja --impor": "Buku kerja",
}
_COMMAND = re.compile(
    r"(?P<run>\b[Jj]alankan (?:kembali )?)?"
    r"`(?:python generate\.py|python -m zi_docs|zi-docs) (?P<verb>[a-z-]+)(?P<rest>[^`]*)`"
)
_TITLES = {
    HTTPStatus.FORBIDDEN: "Permintaan ditolak",
    HTTPStatus.NOT_FOUND: "Halaman ini tidak ada",
    HTTPStatus.METHOD_NOT_ALLOWED: "Permintaan ini tidak dikenal",
    HTTPStatus.BAD_REQUEST: "Formulir ini belum dapat diterima",
    HTTPStatus.CONFLICT: "Pekerjaan lain masih berjalan",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Berkasnya terlalu besar",
}


def as_menus(message: str) -> str:
    """A message for people without a terminal: a verb that the page has is named by its menu."""
    return _COMMAND.sub(_menu, message)


def _menu(command: re.Match[str]) -> str:
    words = [command["verb"], *re.findall(r"--[a-z]+", command["rest"])]
    menu = _MENUS.get(" ".join(words))
    if menu is None:
        return command[0]
    run = command["run"] or ""
    opened = "Buka " if run.startswith("J") else "buka "
    return f"{opened if run else ''}menu {menu}"


@cache
def _layouts() -> Environment:
    layouts = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("layouts")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    layouts.filters |= {
        "tanggal": long_date,
        "bulan": month_name,
        "persen": percent_text,
        "bermenu": as_menus,
        "tempat": _place_text,
    }
    layouts.globals |= {"navigation": NAVIGATION, "form_field": FORM_KEY}
    return layouts


def _place_text(finding: Mapping[str, Any]) -> str:
    """Where a finding of a verb's JSON stands: the sheet and cell, else the file by its name.

    A dropped file lies in a folder that nobody has to know.
    """
    place = finding["place"]
    where = place["sheet"] or PurePath(place["file"]).name
    return f"{where}!{place['cell']}" if place["cell"] else where


def page(
    request: Request,
    layout: str,
    context: Mapping[str, Any],
    status: HTTPStatus = HTTPStatus.OK,
) -> HTMLResponse:
    """A page by its layout. Every name the layout uses must be in the context."""
    session: Session = request.app.state.session
    shared = {
        "path": request.url.path,
        # What answers a form cannot be fetched anew: that would send the form again.
        "sent": request.method == "POST",
        "form_key": session.form_key,
        "job": request.app.state.runner.current(),
        "source": request.app.state.reader.place.source,
    }
    text = _layouts().get_template(layout).render(shared | dict(context))
    # Bytes in the name of a file that are no text are shown as their codes.
    return HTMLResponse(text.encode(errors="backslashreplace"), status)


def year_page_or_reasons(request: Request, view: YearView | Unreadable) -> Response | None:
    """What to show of a workbook that cannot be read; None when it was."""
    if isinstance(view, YearView):
        return None
    missing = not request.app.state.reader.place.source.is_file()
    context = {"findings": view.findings, "missing": missing}
    return page(request, "unreadable.html", context)


def error_page(request: Request, status: int, words: str) -> Response:
    """What a refusal or a fault looks like; without words of its own, the status says it."""
    known = HTTPStatus(status)
    title = _TITLES.get(known, "Terjadi kegagalan")
    said = "" if words == known.phrase else words
    return page(request, "error.html", {"title": title, "words": said}, known)


def back_to(path: str, **query: str) -> RedirectResponse:
    """Show another page after a form was taken: reloading it sends nothing again."""
    target = URL(path).include_query_params(**query)
    return RedirectResponse(str(target), HTTPStatus.SEE_OTHER)


def by_severity(findings: tuple[Finding, ...]) -> dict[Severity, list[Finding]]:
    """Findings by their weight, the worst first; those of which there are none are left out."""
    parted = {severity: [f for f in findings if f.severity is severity] for severity in Severity}
    return {severity: own for severity, own in parted.items() if own}
