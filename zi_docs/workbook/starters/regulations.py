"""Regulations that the starting texts cite, as rows of the sheet Peraturan."""

from __future__ import annotations

from zi_docs.workbook.writing.cell_values import Values

_MINISTER = "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
_KPU = "Peraturan Komisi Pemilihan Umum"
_ZONE = (
    "Pembangunan dan Evaluasi Zona Integritas Menuju Wilayah Bebas dari Korupsi dan Wilayah "
    "Birokrasi Bersih dan Melayani di Instansi Pemerintah"
)
_SECRETARIAT = (
    "Tugas, Fungsi, Susunan Organisasi, dan Tata Kerja Sekretariat Jenderal Komisi Pemilihan "
    "Umum, Sekretariat Komisi Pemilihan Umum Provinsi, dan Sekretariat Komisi Pemilihan Umum "
    "Kabupaten/Kota"
)
_REPEATEDLY = "sebagaimana telah beberapa kali diubah, terakhir dengan"


def _law(number: str, year: int, title: str, ln: str, tln: str, amended: str = "") -> Values:
    return _entry(f"UU-{number}-{year}", "Undang-Undang", number, year, title, amended) | {
        "ln_tahun": year,
        "ln_nomor": ln,
        "tln_nomor": tln,
    }


def _entry(
    key: str, kind: str, number: str, year: int, title: str, amended: str = ""
) -> dict[str, str | int | None]:
    return {
        "id": key,
        "jenis": kind,
        "nomor": number,
        "tahun": year,
        "tentang": title,
        "diubah": amended or None,
        "status": "Diubah" if amended else None,
    }


REGULATIONS: tuple[Values, ...] = (
    _law("31", 1999, "Pemberantasan Tindak Pidana Korupsi", "140", "3874", "UU-20-2001"),
    _law(
        "20",
        2001,
        "Perubahan atas Undang-Undang Nomor 31 Tahun 1999 tentang Pemberantasan Tindak Pidana "
        "Korupsi",
        "134",
        "4150",
    ),
    _law("25", 2009, "Pelayanan Publik", "112", "5038"),
    _law("7", 2017, "Pemilihan Umum", "182", "6109", "UU-7-2023"),
    _law(
        "7",
        2023,
        "Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2022 tentang "
        "Perubahan atas Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum menjadi "
        "Undang-Undang",
        "54",
        "6863",
    ),
    _law("20", 2023, "Aparatur Sipil Negara", "141", "6897"),
    _entry(
        "PP-60-2008",
        "Peraturan Pemerintah",
        "60",
        2008,
        "Sistem Pengendalian Intern Pemerintah",
    )
    | {"ln_tahun": 2008, "ln_nomor": "127", "tln_nomor": "4890"},
    _entry(
        "PERPRES-54-2018",
        "Peraturan Presiden",
        "54",
        2018,
        "Strategi Nasional Pencegahan Korupsi",
    )
    | {"ln_tahun": 2018, "ln_nomor": "108"},
    _entry(
        "PERMENPANRB-27-2014",
        _MINISTER,
        "27",
        2014,
        "Pedoman Pembangunan Agen Perubahan di Instansi Pemerintah",
    ),
    _entry("PERMENPANRB-90-2021", _MINISTER, "90", 2021, _ZONE, "PERMENPANRB-5-2024")
    | {"bn_tahun": 2021, "bn_nomor": "1571"},
    _entry(
        "PERMENPANRB-5-2024",
        _MINISTER,
        "5",
        2024,
        f"Perubahan atas {_MINISTER} Nomor 90 Tahun 2021 tentang {_ZONE}",
    )
    | {"bn_tahun": 2024, "bn_nomor": "444"},
    _entry(
        "PERKPK-2-2019",
        "Peraturan Komisi Pemberantasan Korupsi",
        "2",
        2019,
        "Pelaporan Gratifikasi",
    ),
    _entry(
        "PERBPKP-5-2021",
        "Peraturan Badan Pengawasan Keuangan dan Pembangunan",
        "5",
        2021,
        "Penilaian Maturitas Penyelenggaraan Sistem Pengendalian Intern Pemerintah Terintegrasi "
        "pada Kementerian/Lembaga/Pemerintah Daerah",
    ),
    _entry("PKPU-14-2020", _KPU, "14", 2020, _SECRETARIAT, "PKPU-21-2023")
    | {"bn_tahun": 2020, "bn_nomor": "1236", "frasa": _REPEATEDLY},
    _entry(
        "PKPU-21-2023",
        _KPU,
        "21",
        2023,
        f"Perubahan Kedua atas {_KPU} Nomor 14 Tahun 2020 tentang {_SECRETARIAT}",
    )
    | {"bn_tahun": 2023, "bn_nomor": "826"},
)
