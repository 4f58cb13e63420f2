"""A year with everything filled in and few rows, made in memory: for pictures of pages.

Every seat is taken, half a year is reported, a pleno was held, meetings are noted and photographed,
the plan is amended. What people say and what photos show is that of `filled_year`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from io import BytesIO

from PIL import Image, ImageDraw

from tests.cases.complaint_rows import COMPLAINTS
from tests.cases.filled_year import CONCLUSION, DISCUSSION, reports
from tests.cases.letter_rows import LETTERS
from tests.cases.realisations import HALF_YEAR
from tests.cases.risk_rows import CONTROLS, RISKS
from tests.cases.service_rows import DECREE, REVIEWS, SERVICES
from tests.cases.staff_rows import ASSESSMENTS, TRAININGS
from tests.cases.staffed import NAMES, POSITIONS, RANKS
from tests.cases.survey_rows import ASKED, SURVEYS
from tests.cases.word_files import staffed_plan
from zi_docs.model import (
    PLENARY,
    Activity,
    AmendmentForm,
    Decree,
    Meeting,
    Participant,
    Photo,
    Plan,
    Realisation,
    Revision,
    RowPhotos,
)
from zi_docs.revision.states import Year
from zi_docs.text import Picture, RichText
from zi_docs.workbook.sheets.pledge_sheets import DeclaredInterest, InterestState

AMENDMENT = "renaksi-p1"
TEAM = "sk-tim-kerja"
# The meeting with photos, the pleno, and one to which many are invited.
NOTED, PLENO, CROWDED = "R-01", "R-02", "R-03"
INVITED = 154
_CROWD = "Undangan Luar"
_GIVEN = {TEAM: ("12", date(2026, 2, 2)), "renaksi": ("10", date(2026, 1, 22))}
_CAPTIONS = ("Pembukaan oleh Ketua", "Paparan capaian", "Diskusi kelompok kerja",
             "Penyampaian kesimpulan", "Foto bersama")  # fmt: skip


# A row whose evidence are pictures: two that say what they show, one from a camera.
SHOWN = "RA-040"
_SHOWN_CAPTIONS = ("Spanduk gratifikasi di lobi", "Poster di ruang pelayanan", "")
_CONFLICTS = {"KSB-TPH": 1, "STAF-3": 3}
_INTERESTS = (
    (
        "Saudara kandung memiliki usaha percetakan di Kabupaten Batang Hari",
        "Pengadaan barang cetakan dan alat tulis kantor",
        "Tidak ikut menyusun spesifikasi dan tidak menilai penawaran",
    ),
    (
        "Menjadi pengurus koperasi yang menyewakan kendaraan",
        "Pengadaan sewa kendaraan dinas",
        "Penilaian penawaran dilakukan oleh pejabat lain",
    ),
    (
        "Kerabat mendaftar sebagai calon anggota badan penyelenggara",
        "Seleksi calon anggota badan penyelenggara di tingkat kecamatan",
        "Mengundurkan diri dari tim seleksi selama kerabat itu mengikuti seleksi",
    ),
)
# The one with a long post who has most to declare.
PROMISING = "STAF-3-siti-nurhaliza-contoh"
# What came back signed.
SIGNED = (
    "pakta/KETUA-ahmad-halim/pakta-integritas",
    "pakta/KETUA-ahmad-halim/benturan-kepentingan",
    "pakta/KSB-TPH-chaidir/pakta-integritas",
)


def brief_year() -> Year:
    """The year after its amendment, which changes, adds and removes a row."""
    plan = staffed_plan()
    marks = {row.id: sorted(row.bulan & set(HALF_YEAR)) for row in plan.activities}
    decreed = replace(
        plan,
        realisations=tuple(Realisation(**entry) for entry in reports(marks)),  # type: ignore[arg-type]
        decrees=(*map(_given, plan.decrees), DECREE),
        participants=tuple(map(_guest, range(INVITED))),
        meetings=tuple(map(_held, plan.meetings[:3])),
    )
    reason = RichText.of("hasil evaluasi triwulan pertama menunjukkan bahwa jadwal perlu diubah")
    amendment = Revision(AMENDMENT, "renaksi", "24", date(2026, 4, 1), reason, AmendmentForm.LISTED)
    now = replace(
        decreed,
        activities=_amended(decreed.activities),
        revisions=(amendment,),
        records=(
            *_declared(plan),
            *LETTERS,
            *COMPLAINTS,
            *RISKS,
            *CONTROLS,
            *TRAININGS,
            *ASSESSMENTS,
            *SERVICES,
            *REVIEWS,
            *SURVEYS,
        ),
        row_photos=(RowPhotos(SHOWN, tuple(map(_photo, _SHOWN_CAPTIONS))),),
        follow_ups=(*decreed.follow_ups, *ASKED),
    )
    return Year(now, {"renaksi": decreed}, former=_former(decreed), signed=frozenset(SIGNED))


def _declared(plan: Plan) -> Iterator[DeclaredInterest]:
    """Everybody is free of conflicts but two, who tell of one and of three."""
    for official in plan.officials:
        for interest in _INTERESTS[: _CONFLICTS.get(official.id, 0)]:
            yield DeclaredInterest(official.id, InterestState.CONFLICT, *interest)
        if official.id not in _CONFLICTS:
            yield DeclaredInterest(official.id, InterestState.FREE)


def _given(decree: Decree) -> Decree:
    """The decree with number and date, and somebody who attests its copy."""
    number, day = _GIVEN.get(decree.id, (decree.nomor, decree.tanggal))
    return replace(decree, nomor=number, tanggal=day, penyalin=decree.penyalin or "STAF-1")


def _held(meeting: Meeting) -> Meeting:
    deadline = (meeting.tanggal + timedelta(days=14)).strftime("%d-%m-%Y")
    held = replace(
        meeting,
        nomor="12/PW.02-Und/1504/2026",
        tanggal_surat=meeting.tanggal - timedelta(days=5),
        mulai=time(9),
        tempat="Ruang Rapat Lantai 2",
        notulis="STAF-3",
        tembusan="KPU Provinsi Jambi\nArsip",
        pembahasan=RichText.of(DISCUSSION),
        kesimpulan=RichText.of(CONCLUSION),
        tindak_lanjut=RichText.of(
            f"Melengkapi bukti dukung | STAF-1 | {deadline}\n"
            f"Menyusun laporan kelompok kerja | STAF-2 | {deadline}"
        ),
        hadir=meeting.undangan,
    )
    if meeting.id == PLENO:
        return replace(held, jenis=PLENARY, nomor_ba="7/PK.01-BA/1504/2026")
    if meeting.id == CROWDED:
        return replace(held, undangan=(_CROWD,), hadir=(_CROWD,))
    return replace(held, photos=tuple(map(_photo, _CAPTIONS)))


def _guest(number: int) -> Participant:
    """Somebody from outside: of another office, or of a part of it."""
    position, unit = POSITIONS[number % len(POSITIONS)]
    return Participant(
        f"TAMU-{number}",
        NAMES[number % len(NAMES)],
        f"19850101201101{1 + number % 2}{number:03d}",
        RANKS[number % len(RANKS)],
        position,
        unit if number % 3 else "Pemerintah Kabupaten Batang Hari",
        _CROWD,
    )


def _photo(caption: str) -> Photo:
    image = Image.new("RGB", (790, 592), (214, 222, 230))
    ImageDraw.Draw(image).text((395, 296), caption, (60, 70, 80), anchor="mm", font_size=48)
    content = BytesIO()
    image.save(content, "JPEG", quality=85)
    return Photo(Picture(content.getvalue(), 59.2, 79.0, caption), caption)


def _amended(rows: tuple[Activity, ...]) -> tuple[Activity, ...]:
    """The second row later and in other words, a new one after it, the last one gone."""
    first, second, *others, _ = rows
    words = RichText.of("Agen perubahan menyusun rencana tindak setiap triwulan")
    changed = replace(second, indikator=words, bulan=frozenset({3, 6, 9, 12}), target="4 kali")
    added = replace(
        second, id="RA-201", langkah_aksi=RichText.of("Menyusun rencana tindak agen perubahan"),
        bukti=RichText.of("Rencana tindak agen perubahan"), bulan=frozenset({7}),
    )  # fmt: skip
    return (first, changed, added, *others)


def _former(plan: Plan) -> Plan:
    """The year before, when every other report was missing."""
    reported = plan.realisations[::2]
    office = replace(plan.office, tahun=plan.office.tahun - 1)
    return replace(plan, office=office, realisations=reported)
