"""Employees: the list of staff, what they need to learn and learned, who is exemplary.

Staff are the people of the sheet Pejabat who have a NIP or may have one; commissioners are not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from zi_docs.checks.unwritten_texts import record_texts
from zi_docs.findings import Place
from zi_docs.model import Office, Official, Plan, same_id
from zi_docs.monev.periods import Cycle, Period
from zi_docs.papers.bundel import bundled
from zi_docs.papers.document import UNNAMED, Document, Paper
from zi_docs.papers.pages import Pagination
from zi_docs.papers.pegawai_teladan import assessed_periods, exemplary_papers
from zi_docs.papers.rapat import signature
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
from zi_docs.product import UNLISTED, Family, Lack, Leaf, Product, Scope, Subject, Topic
from zi_docs.revision.states import Year
from zi_docs.text import BLANK
from zi_docs.wording.dates import MONTHS, long_date, month_name
from zi_docs.wording.numbers import percent_text
from zi_docs.workbook.sheets.staff_sheets import (
    DIKLAT,
    TELADAN,
    Assessment,
    Training,
    TrainingState,
)
from zi_docs.workbook.sheets.text_sheets import TEKS_NASKAH, WordingPart

ROSTER, NEEDS, RECAP, EFFECTS = "nominatif", "kebutuhan-diklat", "rekap-diklat", "monitoring-diklat"
RANKING, CERTIFICATE = "rekap-penilaian", "piagam"
FAMILY = Family(
    "pegawai",
    "naskah kepegawaian",
    "daftar nominatif pegawai, kebutuhan dan rekapitulasi diklat, serta penilaian dan piagam "
    "pegawai teladan.",
    reads={TEKS_NASKAH.key: Scope.ALL},
    reads_of_kind={
        **{kind: {DIKLAT.key: Scope.ALL} for kind in (NEEDS, RECAP, EFFECTS)},
        **{kind: {TELADAN.key: Scope.ALL} for kind in (RANKING, CERTIFICATE)},
    },
)
SPECIMENS: tuple[object, ...] = (
    Training("contoh", "Diklat", keadaan=TrainingState.DONE),
    Assessment("Semester I", "contoh", "Penilai", terpilih=True),
)
_HEAD = "sekretaris"
_EMPTY_ROWS = 5


def topics(year: Year) -> Iterator[Topic]:
    """The papers of the year, the list of each month, and what assessors said in a period."""
    plan = year.plan
    if not staff(plan):
        return
    number = plan.office.tahun
    about = Subject(FAMILY, str(number), f"Kepegawaian {number}")
    yield Topic(about, lambda: _yearly(plan, about), frozenset({FAMILY}))
    for month in range(1, len(MONTHS) + 1):
        dated = Period(number, Cycle.MONTH, month)
        listed = Subject(FAMILY, dated.folder, f"Daftar nominatif {dated.name}")
        yield Topic(listed, partial(_monthly, plan, dated, listed), frozenset({FAMILY}))
    for period in assessed_periods(plan):
        named = Subject(FAMILY, period.folder, f"Pegawai teladan {period.name}")
        make = partial(exemplary_papers, plan, period, named, staff_head(plan))
        yield Topic(named, make, frozenset({FAMILY}))


def staff(plan: Plan) -> list[Official]:
    """The officials who are employees, in the order of the sheet."""
    agency = plan.office.agency
    return [o for o in plan.officials if not agency.without_nip(o.kelompok)]


def staff_head(plan: Plan) -> Official | None:
    """Who signs for the staff: their secretary, else who decrees in the name of the office."""
    secretaries = [o for o in staff(plan) if o.jabatan.casefold().startswith(_HEAD)]
    return next(iter([*secretaries, *heads(plan)]), None)


def _yearly(plan: Plan, about: Subject) -> list[Product]:
    """The current list and the papers on training."""
    year = plan.office.tahun
    papers = [_paper(plan, about, ROSTER, "Daftar Nominatif Pegawai", _roster, _roster_lacks(plan))]
    papers.append(
        _paper(plan, about, NEEDS, "Analisis Kebutuhan Diklat", _needs, _needs_lacks(plan))
    )
    if plan.rows(Training):
        written = record_texts(plan.rows(Training))
        papers.append(_paper(plan, about, RECAP, "Rekapitulasi Diklat Pegawai", _recap, written))
        papers.append(
            _paper(
                plan,
                about,
                EFFECTS,
                "Monitoring Efektivitas Diklat",
                _effects,
                _effects_lacks(plan),
            )
        )
    bundle = f"bundel/pegawai-{year}"
    return bundled(bundle, f"Kepegawaian Tahun {year}", plan.office, about, papers)


def _paper(
    plan: Plan,
    about: Subject,
    kind: str,
    name: str,
    compose: Callable[[Plan, str, Pagination], Document],
    lacks: Sequence[Lack],
) -> Product:
    title = f"{name} Tahun {plan.office.tahun}"
    lacking = (*lacks, *signer_lacks([staff_head(plan)], plan.office))
    paper = Paper(
        f"pegawai/{kind}", kind, title, about, f"{kind}.docx", leaf=Leaf(title), lacks=lacking
    )
    return paper.product(lambda _: lambda pages: compose(plan, title, pages))


def _monthly(plan: Plan, month: Period, about: Subject) -> list[Product]:
    """The list of a month: it shows the sheet Pejabat as it is until it was signed.

    What it lacks that of the year lacks, too, and `status` is told of it there.
    """
    title = f"Daftar Nominatif Pegawai Bulan {month.name}"
    lacks = (*_roster_lacks(plan), *signer_lacks([staff_head(plan)], plan.office))
    paper = Paper(
        f"pegawai/{month.folder}/{ROSTER}",
        ROSTER,
        title,
        about,
        f"{ROSTER}.docx",
        on_request=True,
        lacks=tuple(replace(lack, since=UNLISTED) for lack in lacks),
    )
    return [paper.product(lambda _: lambda pages: _roster(plan, title, pages))]


def _roster(plan: Plan, title: str, pages: Pagination) -> Document:
    people = _numbered(
        {
            **_employee(official),
            "nip": official.nip,
            "pangkat": official.pangkat,
            "unit": official.unit,
        }
        for official in staff(plan)
    )
    context: dict[str, object] = {
        "ringkasan": f"Jumlah pegawai: {len(people)} orang.",
        "baris": anchored(people, pages),
    }
    return _signed(plan, title, context, people)


def _needs(plan: Plan, title: str, pages: Pagination) -> Document:
    """What employees need to learn; while nothing is entered, a row to write on for each."""
    needs = [
        {**_employee(official), **_need_cells(training)}
        for official in staff(plan)
        for training in _trainings(plan, official)
    ]
    blank = dict.fromkeys(_NEED_KEYS, "")
    rows = _numbered(needs or [{**_employee(official), **blank} for official in staff(plan)])
    known = [official for official in staff(plan) if _trainings(plan, official)]
    context: dict[str, object] = {
        "pembuka": paragraphs(texts(plan, "Kebutuhan diklat", WordingPart.OPENING), "Isi"),
        "ringkasan": (
            f"Tercatat {len(needs)} kebutuhan dari {len(known)} di antara "
            f"{len(staff(plan))} pegawai."
        )
        if needs
        else "",
        "baris": anchored(rows, pages),
    }
    return _signed(plan, title, context, rows)


_NEED_KEYS = ("diklat", "jenis", "alasan", "bulan", "penyelenggara")


def _need_cells(training: Training) -> Row:
    month = training.bulan or 0
    return {
        "diklat": training.diklat,
        "jenis": training.jenis.value if training.jenis else "",
        "alasan": training.alasan,
        "bulan": month_name(month) if month in range(1, len(MONTHS) + 1) else "",
        "penyelenggara": training.penyelenggara,
    }


def _employee(official: Official) -> Row:
    return {"nama": official.nama or UNNAMED, "jabatan": official.jabatan}


def _numbered(rows: Iterable[Row]) -> list[Row]:
    return [{**row, "nomor": str(number)} for number, row in enumerate(rows, start=1)]


def _trainings(plan: Plan, official: Official) -> list[Training]:
    return [each for each in plan.rows(Training) if same_id(each.pejabat, official.id)]


def _done(trainings: Sequence[Training]) -> list[Training]:
    return [each for each in trainings if each.keadaan is TrainingState.DONE]


def _wanted(trainings: Sequence[Training]) -> list[Training]:
    """The needs that stand: those that were called off count no longer."""
    return [each for each in trainings if each.keadaan is not TrainingState.CANCELLED]


def _recap(plan: Plan, title: str, pages: Pagination) -> Document:
    """The trainings that were followed, then of each employee how many of his needs were met."""
    followed = [
        {**_employee(official), **_training_cells(training)}
        for official in staff(plan)
        for training in _done(_trainings(plan, official))
    ]
    people = _numbered(
        {**_employee(official), **_counted(_trainings(plan, official))} for official in staff(plan)
    )
    everything = [each for official in staff(plan) for each in _trainings(plan, official)]
    total = _counted(everything)
    reached = sum(bool(_done(_trainings(plan, official))) for official in staff(plan))
    context: dict[str, object] = {
        "ringkasan": (
            f"Diikuti {total['diikuti']} dari {total['kebutuhan']} kebutuhan diklat "
            f"({total['persen']}%), sebanyak {total['jam']} jam pelajaran. Pegawai yang sudah "
            f"mengikuti diklat: {reached} dari {len(staff(plan))} orang."
        ),
        "baris": _numbered(followed),
        "pegawai": anchored(people, pages),
        "jumlah": total,
    }
    return _signed(plan, title, context, people)


def _training_cells(training: Training) -> Row:
    return {
        "diklat": training.diklat,
        "penyelenggara": training.penyelenggara,
        "tanggal": _days(training),
        "jam": str(training.jam or ""),
        "sertifikat": training.sertifikat,
    }


def _days(training: Training) -> str:
    first, last = training.mulai, training.selesai or training.mulai
    if first is None or last is None:
        return ""
    return long_date(first) if first == last else f"{long_date(first)} s.d. {long_date(last)}"


def _counted(trainings: Sequence[Training]) -> Row:
    """Needs, how many of them were met and their share in percent, hours of lessons."""
    wanted, done = len(_wanted(trainings)), _done(trainings)
    return {
        "kebutuhan": str(wanted),
        "diikuti": str(len(done)),
        "persen": percent_text(100 * len(done) / wanted) if wanted else "-",
        "jam": str(sum(training.jam or 0 for training in done)),
    }


def _effects(plan: Plan, title: str, pages: Pagination) -> Document:
    """The form on what followed from each training: the superior's findings and advice."""
    followed = [
        {**_employee(official), **_training_cells(training), "hasil": training.hasil}
        for official in staff(plan)
        for training in _done(_trainings(plan, official))
    ]
    blank = dict.fromkeys(("nama", "jabatan", "diklat", "tanggal", "hasil"), "")
    rows = _numbered(followed or [blank] * _EMPTY_ROWS)
    context: dict[str, object] = {
        "pembuka": paragraphs(texts(plan, "Monitoring diklat", WordingPart.OPENING), "Isi"),
        "baris": anchored(rows, pages),
    }
    return _signed(plan, title, context, rows)


def _signed(plan: Plan, title: str, context: dict[str, object], rows: Sequence[Row]) -> Document:
    """The paper under the letterhead; the last of its `rows` stays with the signature."""
    office = plan.office
    frame: dict[str, object] = {
        "judul": title.upper(),
        "tempat": office.kedudukan,
        "tanggal": f"{BLANK * 2}{office.tahun}",
        "penanda_tangan": signature(office, staff_head(plan)),
    }
    return document(office, title, "Kepegawaian", {**frame, **context}, keeps=last_with(rows))


def _roster_lacks(plan: Plan) -> tuple[Lack, ...]:
    """Names that somebody else asks for, too; NIP and rank, which only this list needs."""
    people = staff(plan)
    unnamed = [official for official in people if not official.nama]
    lacks = [_people_lack("nama", unnamed, draft=True)]
    lacks += [
        _people_lack(key, [o for o in people if o.nama and not getattr(o, key)])
        for key in ("nip", "pangkat")
    ]
    return (*(lack for lack in lacks if lack), *record_texts(people))


def _people_lack(key: str, people: Sequence[Official], *, draft: bool = False) -> Lack | None:
    if not people:
        return None
    name = {"nama": "nama", "nip": "NIP", "pangkat": "pangkat"}[key]
    what = f"{name} {len(people)} pegawai"
    return Lack(what, people[0].origin.at(key), draft=draft, since=UNLISTED if draft else None)


def _needs_lacks(plan: Plan) -> tuple[Lack, ...]:
    written = (*record_texts(plan.rows(Training)), *text_lacks(plan, "Kebutuhan diklat"))
    if plan.rows(Training):
        return written
    return (Lack("kebutuhan diklat", _place(plan.office), draft=True), *written)


def _effects_lacks(plan: Plan) -> tuple[Lack, ...]:
    """What followed from a training, where nobody told yet: it is a form until then."""
    done = [each for o in staff(plan) for each in _done(_trainings(plan, o))]
    silent = [training for training in done if not training.hasil]
    lacks = text_lacks(plan, "Monitoring diklat")
    if not silent:
        return lacks
    what = f"penerapan hasil {len(silent)} diklat"
    return (Lack(what, silent[0].origin.at("hasil"), draft=True), *lacks)


def _place(office: Office) -> Place:
    return Place(office.origin.file, DIKLAT.title)
