"""The program's own failures: few classes, each with a stable exit code.

A mistake in the user's data is no exception but a `findings.Finding`. What is raised here says
in Bahasa Indonesia what happened and what to do next; `cli` prints it and exits with its code.
"""

import errno
from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the program. They are stable: scripts of an office may rely on them."""

    BERES = 0
    TEMUAN = 1
    SALAH_PERINTAH = 2
    PROGRAM_HILANG = 3
    KONVERSI_GAGAL = 4
    TEMPLAT_RUSAK = 5
    KELUARAN_GAGAL = 6
    SEBAGIAN = 7
    SEDANG_DIPAKAI = 8
    DIHENTIKAN = 130

    @property
    def meaning(self) -> str:
        """What the code means, in one line of Bahasa Indonesia (the README's table)."""
        return _MEANINGS[self]


_MEANINGS = {
    ExitCode.BERES: "Semua yang diminta sudah dibuat.",
    ExitCode.TEMUAN: "Ada kesalahan pada buku kerja; perbaiki sel yang disebut.",
    ExitCode.SALAH_PERINTAH: "Perintah atau pilihannya keliru.",
    ExitCode.PROGRAM_HILANG: "LibreOffice atau huruf belum terpasang; DOCX tetap dibuat.",
    ExitCode.KONVERSI_GAGAL: "LibreOffice gagal mengubah DOCX menjadi PDF.",
    ExitCode.TEMPLAT_RUSAK: "Templat Word tidak dapat dipakai.",
    ExitCode.KELUARAN_GAGAL: (
        "Folder keluaran, folder sementara, atau keluaran perintah tidak dapat ditulisi; berkas "
        "yang harus diganti sedang dibuka; daftar naskah bertanda tangan hilang; atau memori atau "
        "proses tidak cukup."
    ),
    ExitCode.SEBAGIAN: "Sebagian tidak dibuat atau tidak terbaca karena datanya bermasalah.",
    ExitCode.SEDANG_DIPAKAI: "Perintah lain sedang bekerja pada folder keluaran yang sama.",
    ExitCode.DIHENTIKAN: "Dihentikan oleh pengguna.",
}


class ZiError(Exception):
    """A failure of the program: `what` happened and the `remedy`."""

    exit_code = ExitCode.KELUARAN_GAGAL

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what} {self.remedy}"


class MissingProgramError(ZiError):
    """A program that the work needs is not installed."""

    exit_code = ExitCode.PROGRAM_HILANG


class ConversionError(ZiError):
    """The office program gave no PDF, or one that cannot be trusted."""

    exit_code = ExitCode.KONVERSI_GAGAL


class TemplateError(ZiError):
    """A Word template cannot be read or rendered."""

    exit_code = ExitCode.TEMPLAT_RUSAK


class OutputError(ZiError):
    """Results cannot be written where they belong."""

    exit_code = ExitCode.KELUARAN_GAGAL


class BusyError(ZiError):
    """Another run holds the output folder."""

    exit_code = ExitCode.SEDANG_DIPAKAI


_SHORTAGES = (errno.ENOMEM, errno.EAGAIN)


def shortage_error(problem: OSError) -> OutputError | None:
    """The error for a system that gives no more memory or processes; None for any other refusal."""
    if problem.errno not in _SHORTAGES:
        return None
    return OutputError(
        "Sistem kekurangan memori atau proses untuk perintah ini. Berkas yang lama tetap ada.",
        "Tutuplah program lain, lalu jalankan perintah ini kembali.",
    )


def full_temporary_folder(problem: OSError) -> OutputError:
    """The error for the temporary folder when it cannot be written, or where all is short."""
    place = f" ({problem.filename})" if problem.filename else ""
    return shortage_error(problem) or OutputError(
        f"Folder sementara tidak dapat ditulisi: {system_reason(problem)}{place}. Berkas yang "
        "lama tetap ada.",
        "Sediakan ruang di folder itu, atau tunjuklah folder lain dengan TMPDIR.",
    )


# By name: not every system has all of them.
_REASONS_BY_NAME = {
    "EACCES": "izin ditolak",
    "EPERM": "izin ditolak",
    "ENOENT": "berkas atau folder tidak ada",
    "EEXIST": "sudah ada",
    "ENOTDIR": "bukan folder",
    "EISDIR": "berupa folder",
    "ENOTEMPTY": "folder tidak kosong",
    "ENOSPC": "ruang penyimpanan penuh",
    "EDQUOT": "jatah ruang penyimpanan habis",
    "EFBIG": "berkas terlalu besar",
    "EROFS": "penyimpanan hanya dapat dibaca",
    "EBUSY": "sedang dipakai",
    "ETXTBSY": "sedang dipakai",
    "ENAMETOOLONG": "nama terlalu panjang",
    "ELOOP": "tautan berputar",
    "EMFILE": "terlalu banyak berkas terbuka",
    "ENFILE": "terlalu banyak berkas terbuka",
    "ENOEXEC": "bukan program untuk komputer ini",
    "ENOMEM": "memori tidak cukup",
    "EAGAIN": "terlalu banyak proses",
    "EIO": "perangkat penyimpanan bermasalah",
}
# Windows says that access is denied where another program has a file or a part of it.
_IN_USE = (32, 33)
_REASONS = {
    getattr(errno, name): reason
    for name, reason in _REASONS_BY_NAME.items()
    if hasattr(errno, name)
}


def system_reason(problem: OSError) -> str:
    """Why the system refused, in Indonesian; in its own words where nobody translated them."""
    if getattr(problem, "winerror", None) in _IN_USE:
        return _REASONS_BY_NAME["EBUSY"]
    return _REASONS.get(problem.errno or 0) or problem.strerror or str(problem)
