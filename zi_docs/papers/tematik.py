"""Reports on what the plan has an office monitor: SOP, complaints, conflicts of interest.

One generator makes them all. What differs by theme is data: `data/themes.toml` says which rows ask
for a report, `data/paper_texts/tematik.toml` what it is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from zi_docs.checks.unwritten_texts import record_texts, row_texts
from zi_docs.data import areas
from zi_docs.findings import Place
from zi_docs.model import (
    Activity,
    Meeting,
    Plan,
    areas_of,
    components_by_row,
    same_id,
)
from zi_docs.monev.achievement import Step, figures
from zi_docs.monev.periods import Period
from zi_docs.monev.plan_in_force import plan_through
from zi_docs.monev.themes import Theme, reports_due, steps_of_report
from zi_docs.papers import capaian
from zi_docs.papers.document import UNNAMED, Document, Paper
from zi_docs.papers.keputusan import citation, decreed_plans
from zi_docs.papers.notula import to_write
from zi_docs.papers.pages import Keep, Pagination, cell
from zi_docs.papers.pengaduan import register_facts
from zi_docs.papers.rapat import facts, signature
from zi_docs.papers.signers import day_to_write, head_in_charge, head_lacks
from zi_docs.papers.supporting import document, paragraphs, text_lacks, texts
from zi_docs.product import Family, Lack, Leaf, Product, Scope, Subject, Topic
from zi_docs.revision.states import Year
from zi_docs.text import CONTINUED, Flow, Paragraph, RichText
from zi_docs.wording.citations import known_bases
from zi_docs.wording.dates import month_name, weekday_date
from zi_docs.wording.numbers import percent_text
from zi_docs.workbook.sheets.complaint_sheets import PENGADUAN, ComplaintKind
from zi_docs.workbook.sheets.plan_sheets import REALISASI
from zi_docs.workbook.sheets.pledge_sheets import BENTURAN, DeclaredInterest, InterestState
from zi_docs.workbook.sheets.text_sheets import TEKS_NASKAH, WordingPart

KIND = "laporan-tematik"
FAMILY = Family(
    "tematik",
    "laporan tematik",
    "laporan pemantauan dan evaluasi menurut pokoknya, seperti SOP, pengaduan, dan benturan "
    "kepentingan, yang diminta rencana aksi sebagai bukti.",
    reads=dict.fromkeys(
        (
            "rencana_aksi",
            "realisasi",
            "tindak_lanjut",
            "keputusan",
            "revisi",
            "peraturan",
            "rapat",
            TEKS_NASKAH.key,
            BENTURAN.key,
            PENGADUAN.key,
        ),
        Scope.ALL,
    ),
)
SPECIMENS: tuple[object, ...] = (
    Activity(
        "contoh-tema",
        areas()[1],
        RichText.of("SOP"),
        RichText.of("SOP dievaluasi"),
        RichText.of("Evaluasi SOP"),
        RichText.of("Laporan evaluasi SOP"),
        frozenset({12}),
    ),
)
# The heading of the closing, and the signature that bears this bookmark in the template.
_LAST_HEADING, CLOSING = "judulPenutup", "penutupLaporan"
_COMPLAINTS = {"pengaduan": ComplaintKind.COMPLAINT, "wbs": ComplaintKind.WHISTLE}
_ROOM = 3
_SILENT = "Belum dilaporkan."
Row = dict[str, object]


def topics(year: Year) -> Iterator[Topic]:
    """A topic a theme and period, by the plan in force in the period."""
    for theme, period in reports_due(year.plan):
        name = f"Laporan {theme.title} {period.name}"
        about = Subject(FAMILY, f"{theme.key}-{period.folder}", name)
        if problems := year.unjudged(period.end):
            yield Topic(about, list, frozenset({FAMILY}), problems)
            continue
        compose = partial(_products, year.plan, theme, period, about)
        yield Topic(about, compose, frozenset({FAMILY}))


def _products(whole: Plan, theme: Theme, period: Period, about: Subject) -> list[Product]:
    plan = plan_through(whole, period.last)
    steps = steps_of_report(plan, theme, period)
    paper = Paper(
        f"tematik/{theme.key}/{period.folder}/laporan",
        KIND,
        about.name,
        about,
        f"{KIND}.docx",
        leaf=Leaf(about.name),
        lacks=tuple(_lacks(plan, theme, period, steps)),
    )
    return [paper.product(lambda _: lambda pages: report(plan, theme, period, pages))]


def report(plan: Plan, theme: Theme, period: Period, pages: Pagination) -> Document:
    """The report of a theme; all its figures stand as of the period's last day."""
    steps = steps_of_report(plan, theme, period)
    rows = {step.activity.id for step in steps}
    entered = _entered(steps)
    tables = {
        "kendala": capaian.obstacle_rows(plan, period, lambda row: row.id in rows),
        "rekomendasi": capaian.recommendation_rows(plan, period, lambda row: row.id in rows),
        "tindak_lanjut": capaian.follow_up_rows(plan, period, lambda row: row.id in rows),
    }
    title = f"Laporan {theme.title} {period.name}"
    context: dict[str, object] = {
        "judul": f"Laporan Pemantauan dan Evaluasi\n{theme.title}\n{period.long_name}".upper(),
        "dasar": _numbered(_basis(plan, theme, period)),
        "tujuan": paragraphs(texts(plan, wording(theme), WordingPart.OPENING), "Isi"),
        "lingkup": paragraphs(texts(plan, wording(theme), WordingPart.ITEM), "Butir Angka"),
        "periode": period.name,
        "pelaksanaan": _work(plan, steps),
        "rapat": [_meeting(meeting) for meeting in _meetings(plan, period, rows)],
        "ringkasan": capaian.summary(figures(steps)) if entered else "",
        "angka": facts(_figures(plan, theme, period, steps)),
        "diisi": entered,
        "garis": Flow(to_write(_ROOM)),
        **tables,
        "judul_penutup": _closing_heading(pages),
        "penutup": paragraphs(texts(plan, wording(theme), WordingPart.CLOSING), "Kalimat Penutup"),
        "tempat": plan.office.kedudukan,
        "tanggal": day_to_write(period),
        "penanda_tangan": signature(
            plan.office, head_in_charge(plan, [step.activity for step in steps])
        ),
    }
    keeps = (Keep(_LAST_HEADING, CLOSING),)
    return document(plan.office, title, "Pemantauan dan evaluasi", context, period.end, keeps=keeps)


def _closing_heading(pages: Pagination) -> Flow:
    """The last heading, which LibreOffice would leave behind when the signature moves on."""
    breaks = _LAST_HEADING in pages.breaks
    words = RichText.of("Penutup")
    return Flow((Paragraph("Bagian Berhuruf", words, _LAST_HEADING, breaks),))


def wording(theme: Theme) -> str:
    """What the sheet Teks Naskah calls the report of a theme."""
    return f"Laporan {theme.title}"


def _entered(steps: Sequence[Step]) -> bool:
    """Whether anything was reported of the period."""
    return any(step.started for step in steps)


def _basis(plan: Plan, theme: Theme, period: Period) -> list[str]:
    """The regulations of the theme, then the decrees on the plan that were in force."""
    decrees = [d for d in decreed_plans(plan) if d.tanggal and d.tanggal <= period.end]
    return [
        *known_bases(plan, theme.basis, period.end),
        *(citation(plan, decree) for decree in decrees),
    ]


def _numbered(items: Sequence[str]) -> Flow:
    ends = [";"] * (len(items) - 1) + ["."]
    lines = [Paragraph("Butir Angka", RichText.of(f"{item}{end}"))
             for item, end in zip(items, ends, strict=False)]  # fmt: skip
    return Flow(tuple(lines) or to_write(2))


def _work(plan: Plan, steps: Sequence[Step]) -> list[Row]:
    """A line a step: what was planned, and what was reported of it; blank where nothing was."""
    components = components_by_row(areas_of(plan))
    silence = RichText.of(_SILENT) if _entered(steps) else RichText()
    before = ""
    rows: list[Row] = []
    for step in steps:
        row, same = step.activity, step.activity.id == before
        component = components.get(row.id)
        rows.append(
            {
                "komponen": CONTINUED if same else _centred(component.code if component else ""),
                "langkah": CONTINUED if same else cell(row.langkah_aksi),
                "bulan": month_name(step.month),
                "realisasi": _told(step) if step.started else cell(silence),
                "persen": percent_text(step.percent) if step.started else "",
                "bukti": _evidence(step),
            }
        )
        before = row.id
    return rows


def _centred(words: str) -> Flow:
    return Flow((Paragraph("Tabel Tengah", RichText.of(words)),))


def _told(step: Step) -> Flow:
    """What its entries say, each once, in the order of reporting."""
    said = dict.fromkeys(entry.uraian for entry in step.entries if entry.uraian)
    return Flow(
        tuple(line for text in said for line in cell(text).paragraphs)
        or cell(RichText()).paragraphs
    )


def _evidence(step: Step) -> str:
    answered = any(entry.bukti_ada for entry in step.entries)
    return ("Ada" if step.evidenced else "Belum") if answered else ""


def _meetings(plan: Plan, period: Period, rows: set[str]) -> list[Meeting]:
    """The meetings of the period that dealt with rows of the report, in order of time."""
    days = [
        meeting
        for meeting in plan.meetings
        if meeting.tanggal.year == period.year
        and meeting.tanggal.month in period.months
        and any(same_id(key, row) for key in meeting.baris for row in rows)
    ]
    return sorted(days, key=lambda meeting: meeting.tanggal)


def _meeting(meeting: Meeting) -> Row:
    return {
        "acara": meeting.acara,
        "hari": weekday_date(meeting.tanggal),
        "kesimpulan": cell(meeting.kesimpulan),
    }


def _figures(
    plan: Plan, theme: Theme, period: Period, steps: Sequence[Step]
) -> list[tuple[str, str]]:
    """What the theme's register counts; before it blanks for steps of which nothing was told."""
    counted = list(_counted(plan, theme, period))
    if _entered(steps):
        return counted
    planned = ("Langkah terencana", str(len(steps)))
    blanks = [(label, UNNAMED) for label in ("Langkah selesai", "Langkah dengan bukti dukung")]
    return [planned, *blanks, *counted]


def _counted(plan: Plan, theme: Theme, period: Period) -> Iterable[tuple[str, str]]:
    """What the sheet counts that the theme names as its register."""
    if theme.register == BENTURAN.key:
        return _interests(plan)
    kind = _COMPLAINTS.get(theme.register)
    return () if kind is None else register_facts(plan, kind, period)


def _interests(plan: Plan) -> Iterator[tuple[str, str]]:
    """How many people declared what; who did not is counted too."""
    declared = {
        official.id: [
            i.keadaan for i in plan.rows(DeclaredInterest) if same_id(i.pejabat, official.id)
        ]
        for official in plan.officials
    }
    conflicts = [states.count(InterestState.CONFLICT) for states in declared.values()]
    people = len(declared)
    silent = sum(not states for states in declared.values())
    potential = sum(map(bool, conflicts))
    yield "Pernyataan benturan kepentingan", f"{people - silent} dari {people} orang"
    yield "Menyatakan bebas", f"{people - silent - potential} orang"
    yield "Menyatakan potensi", f"{potential} orang dengan {sum(conflicts)} kepentingan"


def _lacks(plan: Plan, theme: Theme, period: Period, steps: Sequence[Step]) -> Iterator[Lack]:
    """What makes it a draft: nothing reported of the period, nobody who signs."""
    rows: dict[str, Activity] = {step.activity.id: step.activity for step in steps}
    if not _entered(steps):
        place = Place(plan.office.origin.file, REALISASI.title)
        yield Lack("realisasi periode ini", place, draft=True, since=period.end)
    yield from head_lacks(plan, rows.values(), period.end)
    yield from text_lacks(plan, wording(theme))
    yield from row_texts(plan.office, rows.values())
    yield from record_texts(entry for step in steps for entry in step.entries)
    yield from record_texts(_meetings(plan, period, set(rows)))
