"""The exemplary employee of a period: the assessors' marks as a ranking, and the certificate.

Marks come from the assessors alone, and who was chosen from the workbook: the ranking is shown and
decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from zi_docs.findings import Place
from zi_docs.model import Official, Plan, folded_id
from zi_docs.monev.periods import Period
from zi_docs.papers.document import UNNAMED, Document, Paper, fixed
from zi_docs.papers.rapat import signature
from zi_docs.papers.supporting import document, signer_lacks, text_lacks, texts
from zi_docs.product import Lack, Product, Subject
from zi_docs.text import BLANK
from zi_docs.wording.names import nip_line, post_at
from zi_docs.workbook.sheets.staff_sheets import (
    CRITERIA,
    CRITERION_COUNT,
    TELADAN,
    Assessment,
    assessed_period,
)
from zi_docs.workbook.sheets.text_sheets import WordingPart

_CERTIFICATE = "Piagam pegawai teladan"
_ABOUT = "Pegawai teladan"


@dataclass(frozen=True)
class Candidate:
    """A candidate with the mean of the assessors' marks by criterion, None where nobody gave one.

    `rank` is 1 for the highest total; who has the same total has the same rank.
    """

    official: Official
    means: tuple[float | None, ...]
    assessors: int
    rank: int = 0

    @property
    def total(self) -> float:
        """The sum of the means; a criterion without marks adds nothing."""
        return sum(mean for mean in self.means if mean is not None)


def assessed_periods(plan: Plan) -> list[Period]:
    """The periods for which somebody was assessed, in the order of the sheet."""
    words = dict.fromkeys(row.periode for row in plan.rows(Assessment))
    return [assessed_period(word, plan.office.tahun) for word in words]


def exemplary_papers(
    plan: Plan, period: Period, about: Subject, signer: Official | None
) -> list[Product]:
    """The recap of the assessment, and the certificate once somebody is chosen."""
    rows = _rows(plan, period)
    chosen = _chosen(plan, rows)
    waiting = signer_lacks([signer], plan.office)
    title = f"Rekapitulasi Penilaian Pegawai Teladan {period.long_name}"
    marked = any(row.terpilih for row in rows)
    missing = () if marked else (Lack("pegawai teladan yang ditetapkan", _place(plan), draft=True),)
    unmarked = [row for row in rows if None in row.marks[: len(_criteria(plan))]]
    marks = tuple(
        Lack(f"nilai pada {len(unmarked)} baris penilaian", unmarked[0].origin.at("nilai_1"), True)
        for _ in unmarked[:1]
    )
    recap = Paper(
        f"pegawai/{period.folder}/rekap-penilaian",
        "rekap-penilaian",
        title,
        about,
        "rekap-penilaian.docx",
        lacks=(*missing, *marks, *waiting),
    )
    papers = [recap.product(lambda _: fixed(_recap(plan, period, title, signer)))]
    if marked:
        paper = Paper(
            f"pegawai/{period.folder}/piagam",
            "piagam",
            f"Piagam Pegawai Teladan {period.long_name}",
            about,
            "piagam.docx",
            lacks=(*signer_lacks([chosen], plan.office), *waiting, *text_lacks(plan, _CERTIFICATE)),
        )
        papers.append(paper.product(lambda _: fixed(_certificate(plan, period, chosen, signer))))
    return papers


def ranked(plan: Plan, rows: Sequence[Assessment]) -> list[Candidate]:
    """The candidates of these marks, the highest total first, then as they stand in the sheet."""
    candidates = []
    for key in dict.fromkeys(folded_id(row.calon) for row in rows):
        official = plan.official(key)
        own = [row for row in rows if folded_id(row.calon) == key]
        if official is not None:
            means = tuple(_mean([row.marks[place] for row in own]) for place in _places(plan))
            candidates.append(Candidate(official, means, len(own)))
    totals = [candidate.total for candidate in candidates]
    numbered = [
        Candidate(c.official, c.means, c.assessors, 1 + sum(total > c.total for total in totals))
        for c in candidates
    ]
    return sorted(numbered, key=lambda candidate: candidate.rank)


def _mean(marks: Sequence[float | None]) -> float | None:
    given = [mark for mark in marks if mark is not None]
    return round(fmean(given), 6) if given else None


def _places(plan: Plan) -> range:
    return range(len(_criteria(plan)))


def _criteria(plan: Plan) -> list[str]:
    items = texts(plan, CRITERIA, WordingPart.ITEM)
    return [item.plain for item in items[:CRITERION_COUNT]]


def _recap(plan: Plan, period: Period, title: str, signer: Official | None) -> Document:
    rows, criteria = _rows(plan, period), _criteria(plan)
    chosen = _chosen(plan, rows)
    candidates = ranked(plan, rows)
    assessors = list(dict.fromkeys(row.penilai for row in rows))
    context: dict[str, object] = {
        "judul": title.upper(),
        "pembuka": (
            f"Penilai: {'; '.join(assessors)}. Nilai setiap kriteria ialah rata-rata nilai dari "
            "para penilai (0 sampai dengan 100); jumlahnya menentukan peringkat."
        ),
        "kriteria": "; ".join(f"K{n}: {name}" for n, name in enumerate(criteria, start=1)),
        "baris": [
            {
                "nomor": str(number),
                "nama": candidate.official.nama or UNNAMED,
                "jabatan": candidate.official.jabatan,
                **{f"k{place}": "" for place in range(1, CRITERION_COUNT + 1)},
                **{f"k{place}": _shown(mean) for place, mean in enumerate(candidate.means, 1)},
                "jumlah": _shown(candidate.total),
                "peringkat": str(candidate.rank),
            }
            for number, candidate in enumerate(candidates, start=1)
        ],
        "ditetapkan": (chosen.nama or UNNAMED) if chosen else UNNAMED,
        "tempat": plan.office.kedudukan,
        "tanggal": f"{BLANK * 2}{plan.office.tahun}",
        "penanda_tangan": signature(plan.office, signer),
    }
    return document(plan.office, title, _ABOUT, context, period.end)


def _shown(mark: float | None) -> str:
    """A mark with two decimals, as a column shows them under each other."""
    return "" if mark is None else f"{mark:.2f}".replace(".", ",")


def _certificate(
    plan: Plan, period: Period, chosen: Official | None, signer: Official | None
) -> Document:
    """The certificate; blanks to write in where it is not known who was chosen."""
    office, holder = plan.office, chosen or Official("", UNNAMED)
    opening, closing = (
        " ".join(text.plain for text in texts(plan, _CERTIFICATE, part))
        for part in (WordingPart.OPENING, WordingPart.CLOSING)
    )
    unit = holder.unit or office.name
    context: dict[str, object] = {
        "nomor": BLANK * 3,
        "nama": holder.nama or UNNAMED,
        "nip": nip_line(holder.nip),
        "jabatan": post_at(holder.jabatan, unit),
        "sebagai": f"{opening} {period.long_name}",
        "atas": closing,
        "tempat": office.kedudukan,
        "tanggal": f"{BLANK * 2}{office.tahun}",
        "penanda_tangan": signature(office, signer),
    }
    title = f"Piagam Pegawai Teladan {period.long_name} {holder.nama}".strip()
    return document(office, title, _ABOUT, context, period.end, one_page=True)


def _rows(plan: Plan, period: Period) -> list[Assessment]:
    year = plan.office.tahun
    return [r for r in plan.rows(Assessment) if assessed_period(r.periode, year) == period]


def _chosen(plan: Plan, rows: Sequence[Assessment]) -> Official | None:
    """Who was chosen; of several, of which a check tells, the first."""
    marked = (plan.official(row.calon) for row in rows if row.terpilih)
    return next((official for official in marked if official is not None), None)


def _place(plan: Plan) -> Place:
    return Place(plan.office.origin.file, TELADAN.title)
