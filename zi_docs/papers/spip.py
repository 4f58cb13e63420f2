"""SPIP month by month: the register of risks, the plan to control them, a card for each month.

The card of a month is settled in a pleno and signed by the commissioners, and is due in the month
that follows (NASKAH section 10). In an office without commissioners those sign who decree in its
name. Risks, their values and what was done come from the workbook alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from zi_docs.checks.unwritten_texts import record_texts
from zi_docs.data.duties import duties_of
from zi_docs.findings import Place
from zi_docs.model import Duty, Office, Official, Plan, folded_id, same_id
from zi_docs.monev.periods import Cycle, Period
from zi_docs.papers.bundel import bundled
from zi_docs.papers.daftar_hadir import zigzag
from zi_docs.papers.document import UNNAMED, Document, Paper
from zi_docs.papers.pages import Pagination
from zi_docs.papers.rapat import facts, number_cell
from zi_docs.papers.register_risiko import (
    CONTROL_KEYS,
    blank_rows,
    control_cells,
    controls,
    controls_lacks,
    register,
    register_lacks,
    scale_of,
)
from zi_docs.papers.supporting import (
    Row,
    anchored,
    document,
    heads,
    last_with,
    paragraphs,
    signer_lacks,
    text_lacks,
    texts,
)
from zi_docs.product import Family, Lack, Leaf, Product, Scope, Subject, Topic
from zi_docs.revision.states import Year
from zi_docs.text import BLANK
from zi_docs.wording.dates import long_date, month_name
from zi_docs.workbook.sheets.meeting_sheets import RAPAT
from zi_docs.workbook.sheets.risk_sheets import KENDALI, RISIKO, ControlState, MonthlyControl, Risk
from zi_docs.workbook.sheets.text_sheets import TEKS_NASKAH, WordingPart

REGISTER, CONTROLS, CARD = "register-risiko", "rencana-tindak-pengendalian", "kartu-kendali"
FAMILY = Family(
    "spip",
    "naskah SPIP",
    "register risiko, rencana tindak pengendalian, dan Kartu Kendali SPIP setiap bulan.",
    reads={TEKS_NASKAH.key: Scope.ALL, RISIKO.key: Scope.ALL, "rencana_aksi": Scope.ALL},
    reads_of_kind={CARD: {KENDALI.key: Scope.ALL, RAPAT.key: Scope.ALL}},
)
SPECIMENS: tuple[object, ...] = (Risk("contoh", "Kegiatan", "Risiko"),)
_DUTY, _CARD_NAME = "kartu-kendali-spip", "Kartu Kendali"


def topics(year: Year) -> Iterator[Topic]:
    """The register and the plan of the year, and the card of each month."""
    plan = year.plan
    if not plan.rows(Risk) and _duty(plan.office) is None:
        return
    about = Subject(FAMILY, str(plan.office.tahun), f"SPIP {plan.office.tahun}")
    yield Topic(about, lambda: _yearly(plan, about), frozenset({FAMILY}))
    for number in range(1, 13):
        month = Period(plan.office.tahun, Cycle.MONTH, number)
        named = Subject(FAMILY, month.folder, f"{_CARD_NAME} SPIP {month.name}")
        yield Topic(named, partial(_monthly, year, month, named), frozenset({FAMILY}))


def _yearly(plan: Plan, about: Subject) -> list[Product]:
    year = plan.office.tahun
    kinds = {
        REGISTER: ("Register Risiko", register, register_lacks),
        CONTROLS: ("Rencana Tindak Pengendalian", controls, controls_lacks),
    }
    papers = []
    for kind, (name, compose, lacks) in kinds.items():
        title = f"{name} Tahun {year}"
        paper = Paper(
            f"spip/{kind}", kind, title, about, f"{kind}.docx", leaf=Leaf(title), lacks=lacks(plan)
        )
        papers.append(
            paper.product(
                lambda _, compose=compose, title=title: lambda pages: compose(plan, title, pages)  # type: ignore[misc]
            )
        )
    return bundled(f"bundel/spip-{year}", f"SPIP Tahun {year}", plan.office, about, papers)


def _monthly(year: Year, month: Period, about: Subject) -> list[Product]:
    plan, name = year.plan, f"spip/{month.folder}/{CARD}"
    lacks = () if name in year.signed else _card_lacks(plan, month)
    paper = Paper(name, CARD, f"{_CARD_NAME} SPIP", about, f"{CARD}.docx", lacks=lacks)
    return [paper.product(lambda _: lambda pages: _card(plan, month, pages))]


def _card(plan: Plan, month: Period, pages: Pagination) -> Document:
    """The card of a month; its last risk stays on the page of the signatures."""
    office, signers = plan.office, _signers(plan)
    rows, settled = _card_rows(plan, month), _settled(plan, month)
    context: dict[str, object] = {
        "judul": f"{_CARD_NAME} Sistem Pengendalian Intern Pemerintah".upper(),
        "periode": f"BULAN {month.long_name}".upper(),
        "fakta": facts(_about_card(plan, month)),
        "pembuka": paragraphs(texts(plan, _CARD_NAME, WordingPart.OPENING), "Isi"),
        "baris": anchored(rows, pages),
        "selesai": ", ".join(str(number) for number, _ in settled),
        "tempat": office.kedudukan,
        "tanggal": f"{BLANK * 2}{_due(office, month).year}",
        "penanda_tangan": [
            {
                "nomor": number_cell(f"tandaTangan{number}", number, pages),
                "nama": (official.nama if official else "") or UNNAMED,
                "jabatan": official.jabatan if official else "",
                "tanda_tangan": zigzag(number),
            }
            for number, official in enumerate(signers, start=1)
        ],
    }
    title = f"{_CARD_NAME} SPIP {month.name}"
    keeps = last_with(rows, f"tandaTangan{len(signers)}")
    return document(office, title, f"{_CARD_NAME} SPIP", context, month.end, keeps=keeps)


def _card_rows(plan: Plan, month: Period) -> list[Row]:
    """The risks of a month with what was done; rows to write on while there are no risks at all."""
    scale, reports = scale_of(plan), _reports(plan, month)
    rows = [
        {**control_cells(scale, number, risk), **_reported(reports.get(folded_id(risk.id)))}
        for number, risk in _controlled(plan, month)
    ]
    return rows if plan.rows(Risk) else blank_rows((*CONTROL_KEYS, *_REPORT_KEYS))


_REPORT_KEYS = ("pelaksanaan", "bukti", "hambatan", "keadaan")


def _reported(report: MonthlyControl | None) -> Row:
    """What was done in the month; blanks to write in where nothing was reported."""
    if report is None:
        return dict.fromkeys(_REPORT_KEYS, "")
    return {
        "pelaksanaan": report.pelaksanaan,
        "bukti": report.bukti,
        "hambatan": report.hambatan or "-",
        "keadaan": report.keadaan.value if report.keadaan else "",
    }


def _about_card(plan: Plan, month: Period) -> list[tuple[str, str]]:
    """On what the card rests, by when it is due, and the pleno that settled it."""
    duty = _duty(plan.office)
    return [
        *([("Dasar", duty.dasar)] if duty else []),
        ("Jatuh tempo", long_date(_due(plan.office, month))),
        ("Rapat pleno", _plenary(plan, month)),
    ]


def _plenary(plan: Plan, month: Period) -> str:
    """The berita acara of the pleno about the card of a month; blanks to write in without one."""
    named = (_CARD_NAME.casefold(), month_name(month.first).casefold())
    for meeting in plan.meetings:
        if meeting.plenary and all(word in meeting.acara.casefold() for word in named):
            return f"Nomor {meeting.nomor_ba or UNNAMED} tanggal {long_date(meeting.tanggal)}"
    return f"Nomor {UNNAMED} tanggal {UNNAMED}"


def _reports(plan: Plan, month: Period) -> dict[str, MonthlyControl]:
    """What was reported of a month, by the folded ID of the risk; of two reports the last one."""
    return {
        folded_id(report.risiko): report
        for report in plan.rows(MonthlyControl)
        if report.bulan == month.first
    }


def _settled(plan: Plan, month: Period) -> list[tuple[int, Risk]]:
    """The numbered risks that were done with in an earlier month."""
    done = {
        folded_id(report.risiko)
        for report in plan.rows(MonthlyControl)
        if report.keadaan is ControlState.DONE and report.bulan < month.first
    }
    return [pair for pair in enumerate(plan.rows(Risk), start=1) if folded_id(pair[1].id) in done]


def _controlled(plan: Plan, month: Period) -> list[tuple[int, Risk]]:
    """The numbered risks that a month's card is about."""
    settled = _settled(plan, month)
    return [pair for pair in enumerate(plan.rows(Risk), start=1) if pair not in settled]


def _signers(plan: Plan) -> list[Official | None]:
    """The commissioners, who are the people without NIP; else those who decree for the office."""
    agency = plan.office.agency
    commissioners = [o for o in plan.officials if agency.without_nip(o.kelompok)]
    return [*(commissioners or heads(plan))] or [None]


def _duty(office: Office) -> Duty | None:
    """The office's duty to hand in the cards, if it has one."""
    return next((duty for duty in duties_of(office) if same_id(duty.id, _DUTY)), None)


def _due(office: Office, month: Period) -> date:
    """The day by which the card of a month is due: the duty's next one, else the month's end."""
    duty = _duty(office)
    years = (month.year, month.year + 1) if duty else ()
    days = [day for year in years for day in (duty.due_days(year) if duty else ())]
    return next((day for day in days if day > month.end), month.end)


def _card_lacks(plan: Plan, month: Period) -> tuple[Lack, ...]:
    """What the card of a month waits for; what was done is asked for once the card is due."""
    reports, due = _reports(plan, month), _due(plan.office, month)
    silent = [r for _, r in _controlled(plan, month) if folded_id(r.id) not in reports]
    place = Place(plan.office.origin.file, KENDALI.title)
    lacks = [*text_lacks(plan, _CARD_NAME), *record_texts(reports.values())]
    if silent or not plan.rows(Risk):
        count = f" {len(silent)} risiko" if silent else ""
        lacks.append(Lack(f"pelaksanaan pengendalian{count}", place, draft=True, since=due))
    return (*lacks, *signer_lacks(_signers(plan), plan.office))
