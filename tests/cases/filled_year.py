"""A whole year as a busy office would leave it: every seat taken, meetings noted and photographed,
every month reported, the plan revised. People, events and figures are made up by a rule.

For the gallery and for tests of pages; never in `source/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time, timedelta
from itertools import cycle
from pathlib import Path

from PIL import Image, ImageDraw

from tests.cases.revisions import SOURCE, changed, revised_year
from tests.cases.staffed import staffed
from zi_docs.data import areas
from zi_docs.model import ReportPart
from zi_docs.text import RichText
from zi_docs.workbook.writing.cell_values import CellValue
from zi_docs.workbook.writing.rewrite import WorkbookRows

Report = dict[str, CellValue]

_FOLDER_LINK = "https://drive.google.com/drive/folders/1AbCdEfGhIjKlMnOpQrStUvWxYz012345"
DISCUSSION = (
    "Ketua membuka rapat dan menyampaikan capaian sampai dengan bulan berjalan.\n"
    "Setiap kelompok kerja melaporkan pelaksanaan rencana aksi, kendala yang dihadapi, dan bukti "
    "dukung yang sudah tersedia.\n"
    "Peserta membahas langkah yang belum selesai dan menyepakati pembagian tugas."
)
CONCLUSION = (
    "Bukti dukung dilengkapi paling lambat akhir bulan.\n"
    "Kelompok kerja menyampaikan laporan tertulis kepada Sekretaris."
)
_PASSAGE = (
    "pemantauan dilakukan setiap bulan oleh kelompok kerja dari formulir dan bukti dukung, lalu "
    "dibahas dalam rapat evaluasi bersama pimpinan.\nHasilnya menjadi dasar tindak lanjut periode "
    "berikutnya."
)
# As many photos as pages of documentation have shapes: a lone one, a pair, an odd one, many.
_PHOTOS = {"R-01": 5, "R-02": 1, "R-03": 2, "R-04": 9}
_WIDE, _TALL = (1600, 900), (900, 1600)


def filled_year(folder: Path) -> Path:
    """Make the folder of such an office; return the path of its workbook."""
    folder.mkdir(parents=True, exist_ok=True)
    revised = revised_year(folder, staffed(SOURCE, folder / "staf.xlsx"))
    for meeting, count in _PHOTOS.items():
        _photograph(folder / "rapat" / meeting, count)
    _picture(folder / "logo.png", (600, 640), "LOGO")
    return changed(revised, folder / "zi-2026.xlsx", _fill)


def _fill(rows: WorkbookRows) -> None:
    rows["tata_letak"][0]["logo"] = "logo.png"
    for meeting in rows["rapat"]:
        _note(meeting)
    # One of them is a pleno, which has minutes of its own kind.
    rows["rapat"][1]["jenis"] = "Pleno"
    marks = {str(row["id"]): _months(row) for row in rows["rencana_aksi"]}
    rows["realisasi"] = list(reports(marks))
    rows["laporan"] = list(_report_texts(areas()))


def _report_texts(titles: Iterable[str]) -> Iterator[Report]:
    """What the team writes in its reports, the same for all periods."""
    for part in ReportPart:
        for area in titles if part is ReportPart.ANALYSIS else (None,):
            about = area.split(maxsplit=1)[1].capitalize() if area else part.value
            words = f"{about}: {_PASSAGE}"
            yield {"bagian": part.value, "area": area, "isi": RichText.of(words)}


def _note(meeting: Report) -> None:
    """The minutes of a meeting."""
    day = meeting["tanggal"]
    assert isinstance(day, date)
    meeting |= {"mulai": time(9), "tempat": "Ruang Rapat Lantai 2", "notulis": "STAF-3"}
    meeting["pembahasan"] = RichText.of(DISCUSSION)
    meeting["kesimpulan"] = RichText.of(CONCLUSION)
    deadline = (day + timedelta(days=14)).strftime("%d-%m-%Y")
    meeting["tindak_lanjut"] = RichText.of(
        f"Melengkapi bukti dukung | STAF-1 | {deadline}\n"
        f"Menyusun laporan kelompok kerja | STAF-2 | {deadline}"
    )
    meeting["hadir"] = meeting.get("undangan")


def _months(row: Report) -> list[int]:
    return [month for month in range(1, 13) if row.get(f"bulan_{month}")]


def reports(marks: Mapping[str, Iterable[int]]) -> Iterator[Report]:
    """A report of every step of rows with these months: sheet Realisasi, by column key.

    In turn the steps are done, late, under way, and not reported at all.
    """
    kinds = cycle((_done, _done, _late, _under_way, _unanswered, _unreported))
    for row, months in marks.items():
        for month in months:
            yield from next(kinds)({"baris": row, "bulan": month}, month)


def _done(base: Report, month: int) -> Iterator[Report]:
    yield base | {
        "persen": 100.0,
        "uraian": RichText.of("Dilaksanakan sesuai dengan rencana dan dihadiri seluruh pegawai."),
        "bukti_ada": "Ada",
        "tautan": f"{_FOLDER_LINK}?usp=sharing&resourcekey={month:02d}",
    }


def _late(base: Report, month: int) -> Iterator[Report]:
    hindrance = "Narasumber berhalangan sehingga kegiatan dijadwalkan ulang."
    yield base | {"persen": 61.25, "kendala": hindrance, "bukti_ada": "Belum"}
    if month < 12:
        later: Report = {"bulan_lapor": month + 1, "persen": 100.0, "bukti_ada": "Ada"}
        yield base | later | {"tautan": "bukti/susulan/notula-dan-daftar-hadir.pdf"}


def _under_way(base: Report, month: int) -> Iterator[Report]:
    yield base | {
        "persen": 50.0,
        "kendala": "Sebagian unit kerja belum menyampaikan data.",
        "rekomendasi": "Sekretaris mengingatkan unit kerja secara tertulis.",
        "tindak_lanjut": "Surat pengingat sudah dikirim.",
        "keadaan": "Selesai",
        "selesai": date(2026, month, 28),
        "pic": "Subbagian Perencanaan, Data, dan Informasi",
    }


def _unanswered(base: Report, month: int) -> Iterator[Report]:
    yield base | {
        "persen": 25.0,
        "rekomendasi": "Menetapkan penanggung jawab dan tenggat setiap bukti dukung.",
        "batas": date(2026, min(month + 1, 12), 15),
        "pic": "Subbagian Keuangan, Umum, dan Logistik",
    }


def _unreported(base: Report, month: int) -> Iterator[Report]:
    yield from ()


def _photograph(folder: Path, count: int) -> None:
    folder.mkdir(parents=True)
    for number in range(1, count + 1):
        size = _TALL if number % 3 == 0 else _WIDE
        _picture(folder / f"{number} Suasana rapat.png", size, str(number))


def _picture(path: Path, size: tuple[int, int], words: str) -> None:
    image = Image.new("RGB", size, (214, 222, 230))
    middle = (size[0] / 2, size[1] / 2)
    ImageDraw.Draw(image).text(middle, words, (60, 70, 80), anchor="mm", font_size=160)
    image.save(path)
