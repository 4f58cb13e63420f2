"""The index of a dossier: every file with its judgement and hash, and what each row asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from zi_docs.evidence.dossier import Archive, DossierFile
from zi_docs.evidence.evidence_check import Evidence
from zi_docs.evidence.judged_files import EvidenceFile
from zi_docs.evidence.paper_standings import RowStanding
from zi_docs.lke.items import joined_codes, known_codes
from zi_docs.model import Activity, Area, Plan, areas_of
from zi_docs.workbook.sheets.schema import Column, Kind, Sheet
from zi_docs.workbook.writing.author import write_tables
from zi_docs.workbook.writing.cell_values import Values

_FILES = Sheet(
    "indeks_bukti",
    "Indeks bukti",
    "Setiap berkas menurut area, kode LKE, dan baris. Yang dihitung ada dalam arsip; yang lain "
    "disebut alasannya. Tautan tidak dibuka: yang dinilai hanya bentuknya.",
    (
        Column("area", "Area", Kind.TEXT, "Area perubahan.", width=22),
        Column("kode", "Kode LKE", Kind.TEXT, "Kode butir LKE.", width=14),
        Column("baris", "Baris", Kind.TEXT, "Baris rencana aksi.", width=10),
        Column("berkas", "Berkas", Kind.TEXT, "Nama berkas atau tautan.", width=38),
        Column("jenis", "Jenis", Kind.TEXT, "Jenis berkas.", width=20),
        Column("tahun", "Tahun", Kind.TEXT, "Tahun menurut nama atau isinya.", width=20),
        Column("keadaan", "Keadaan", Kind.TEXT, "Dihitung atau tidak.", width=18),
        Column("keterangan", "Keterangan", Kind.TEXT, "Alasannya.", width=34),
        Column("arsip", "Arsip", Kind.TEXT, "Arsip yang memuatnya.", width=22),
        Column("letak", "Letak dalam arsip", Kind.TEXT, "Folder dan nama.", width=42),
        Column("sha256", "SHA-256", Kind.TEXT, "Sidik isi berkas.", width=36),
    ),
    spare=1,
)
_ASKED = Sheet(
    "bukti_diminta",
    "Bukti yang diminta",
    "Setiap bukti yang disebut kolom Bukti, dan siapa yang membuatnya.",
    (
        Column("area", "Area", Kind.TEXT, "Area perubahan.", width=22),
        Column("kode", "Kode LKE", Kind.TEXT, "Kode butir LKE.", width=14),
        Column("baris", "Baris", Kind.TEXT, "Baris rencana aksi.", width=10),
        Column("bukti", "Bukti", Kind.TEXT, "Bukti menurut rencana aksi.", width=52),
        Column("pembuat", "Pembuat", Kind.TEXT, "Siapa yang membuatnya.", width=30),
        Column("naskah", "Naskah atau asal", Kind.TEXT, "Naskah dan perintahnya.", width=40),
        Column("keadaan", "Keadaan naskah", Kind.TEXT, "Yang sudah dibuat.", width=36),
        Column("lengkap", "Seluruhnya di sini", Kind.TEXT, "Untuk seluruh barisnya.", width=16),
    ),
    spare=1,
)
_SIGNED, _LINK = "naskah bertanda tangan", "tautan"
Place = tuple[Archive, DossierFile]


def index_workbook(
    plan: Plan,
    evidence: Sequence[Evidence],
    standings: Sequence[RowStanding],
    parts: Sequence[Archive],
) -> bytes:
    """The index as a workbook of two tables; the same arguments give the same bytes."""
    areas = {row.id: area for area in areas_of(plan) for row in area.rows}
    places = {(file.row.id, file.sha256): (part, file) for part in parts for file in part.files}
    files = [values for each in evidence for values in _of_row(each, areas, places)]
    asked = [values for each in standings for values in _asked(each, areas)]
    year = plan.office.tahun
    title = f"Indeks Bukti Dukung {year}"
    return write_tables(title, [(_FILES, files), (_ASKED, asked)], date(year, 1, 1))


def _of_row(
    evidence: Evidence,
    areas: Mapping[str, Area],
    places: Mapping[tuple[str, str], Place],
) -> Iterator[Values]:
    row = evidence.activity
    head = _head(row, areas)
    for file in evidence.files:
        where = _where(row, file.sha256, file.path, places) if file.counts else {}
        yield {**head, **_of_file(file), **where}
    for link in evidence.links:
        reported = "dilaporkan pada Realisasi; tidak dibuka"
        own = {"berkas": link, "jenis": _LINK, "keadaan": _LINK, "keterangan": reported}
        yield {**head, **own}
    for paper in evidence.papers:
        own = {"berkas": paper.title, "jenis": _SIGNED, "keadaan": "dihitung"}
        where = _where(row, paper.sha256, paper.path, places)
        yield {**head, **own, "sha256": paper.sha256, **where}


def _of_file(file: EvidenceFile) -> Values:
    return {
        "berkas": file.address or file.path.name,
        "jenis": file.path.suffix.casefold().lstrip(".").upper() or None,
        "tahun": file.year if file.standing.is_evidence else None,
        "keadaan": file.standing.value,
        "keterangan": file.remark or None,
        "sha256": file.sha256 or None,
    }


def _where(
    row: Activity, sha256: str, source: Path, places: Mapping[tuple[str, str], Place]
) -> Values:
    """Where a content of a row lies in the dossier."""
    place = places.get((row.id, sha256))
    if place is None:
        return {}
    part, file = place
    same = {} if file.source == source else {"keterangan": f"disimpan sebagai {file.source.name}"}
    return {"arsip": part.name, "letak": file.name, **same}


def _asked(standing: RowStanding, areas: Mapping[str, Area]) -> Iterator[Values]:
    head = _head(standing.row, areas)
    for each in standing.pieces:
        piece = each.piece
        yield {
            **head,
            "bukti": piece.words,
            "pembuat": piece.source.value,
            "naskah": piece.maker if piece.here or piece.issuer else None,
            "keadaan": each.words if piece.here else None,
            "lengkap": "ya" if standing.papers.whole else "tidak",
        }


def _head(row: Activity, areas: Mapping[str, Area]) -> Values:
    area = areas.get(row.id)
    return {
        "area": area.title if area else row.area,
        "kode": joined_codes(known_codes(row.lke)) or None,
        "baris": row.id,
    }
