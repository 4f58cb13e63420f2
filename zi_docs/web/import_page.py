"""A plan of another office: its table looked at, columns mapped by choosing, a workbook made."""

from __future__ import annotations

import asyncio
import secrets
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from zi_docs.importing.column_names import mappable_columns
from zi_docs.web.admission import sent_form
from zi_docs.web.layout import back_to, page
from zi_docs.web.uploads import laid_uploads
from zi_docs.web.verb_answer import answered_file, ask, outcome_page

_BACK = ("/impor", "Pilih berkas lain")
_MOST_KEPT = 5


@dataclass
class BroughtTables:
    """The tables that were brought, by a key, until the page ends or others take their place."""

    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="zi-impor-")))
    keys: list[str] = field(default_factory=list)

    def keep(self, path: Path) -> str:
        """Keep a copy of a table; its key. The oldest makes room."""
        key = secrets.token_urlsafe(12)
        (self.folder / key).mkdir()
        shutil.copyfile(path, self.folder / key / path.name)
        self.keys.append(key)
        for old in self.keys[:-_MOST_KEPT]:
            shutil.rmtree(self.folder / old, ignore_errors=True)
        self.keys = self.keys[-_MOST_KEPT:]
        return key

    def path(self, key: str) -> Path | None:
        """The table of a key; None for one that is not kept any more."""
        return next((self.folder / key).iterdir(), None) if key in self.keys else None

    def close(self) -> None:
        """Remove them all."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _choose(request: Request) -> Response:
    return page(request, "import.html", {"lost": "hilang" in request.query_params})


async def _look(request: Request) -> Response:
    """Try the import of a table, and show what each column would become."""
    async with sent_form(request) as form, laid_uploads(form) as paths:
        if len(paths) == 1:
            key = await asyncio.to_thread(request.app.state.tables.keep, paths[0])
        else:
            key = str(form.get("tabel", ""))
        chosen = _chosen(form)
        office, year = (str(form.get(name, "")).strip() for name in ("instansi", "tahun"))
    table = request.app.state.tables.path(key)
    if table is None:
        return back_to("/impor", hilang="ya")
    arguments = ["buku-kerja", "percobaan.xlsx", "--impor", str(table), "--coba", *_mapping(chosen)]
    outcome = await ask(request, arguments)
    report: dict[str, Any] = outcome.data.get("impor") or {}
    if not report.get("kolom"):
        return outcome_page(request, "Tabel ini belum dapat dibaca", outcome, _BACK)
    context = {
        "outcome": outcome, "report": report, "key": key, "table": table.name,
        "columns": mappable_columns(), "chosen": chosen, "office": office, "year": year,
    }  # fmt: skip
    return page(request, "import_mapping.html", context)


async def _write(request: Request) -> Response:
    """The workbook with the plan of a table, to take along."""
    async with sent_form(request) as form:
        mapping = _mapping(_chosen(form))
        table = request.app.state.tables.path(str(form.get("tabel", "")))
        office, year = (str(form.get(name, "")).strip() for name in ("instansi", "tahun"))
    if table is None:
        return back_to("/impor", hilang="ya")
    arguments = ["buku-kerja", "--impor", str(table), *mapping]
    arguments += ["--instansi", office] if office else []
    arguments += ["--tahun", year] if year else []
    name = f"zi-{year}.xlsx" if year.isdecimal() else "zi-impor.xlsx"
    return await answered_file(request, arguments, "", name, "Buku kerja belum dibuat", _BACK)


def _chosen(form: FormData) -> dict[str, str]:
    """The columns that were given another meaning, in the fields `kolom-N` and `arti-N`."""
    return {
        column: meaning
        for name, column in form.multi_items()
        if name.startswith("kolom-") and isinstance(column, str)
        if isinstance(meaning := form.get(f"arti-{name.removeprefix('kolom-')}"), str) and meaning
    }


def _mapping(chosen: Mapping[str, str]) -> list[str]:
    return [word for pair in chosen.items() for word in ("--petakan", "=".join(pair))]


ROUTES = [
    Route("/impor", _choose),
    Route("/impor/coba", _look, methods=["POST"]),
    Route("/impor/tulis", _write, methods=["POST"]),
]
