"""The families of mutants: what is damaged, which verbs meet it, how many are tried."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.resilience.mutants import Mutant, Mutation, mutant, workbook_mutations
from tools.resilience.originals import BOOK, YEAR, Originals
from tools.resilience.package_mutations import PACKAGE_MUTATIONS
from tools.resilience.pdf_mutations import PDF_MUTATIONS
from tools.resilience.record_mutations import RECORD_MUTATIONS
from tools.resilience.template_mutations import TEMPLATE_MUTATIONS
from tools.resilience.trials import OUTPUT, Trial
from tools.resilience.xml_mutations import XML_MUTATIONS, in_part

Verb = tuple[str, ...]

_AS_JSON = "--json"
_BOOK_VERBS: tuple[Verb, ...] = (
    ("periksa", _AS_JSON), ("periksa",), ("status", _AS_JSON), ("keputusan", _AS_JSON),
    ("periksa", _AS_JSON), ("rapat", "R-01"), ("periksa", "--rinci"), ("jelaskan",),
    ("monev", "--bulan", "3", _AS_JSON), ("periksa", _AS_JSON), ("nomor",), ("lke",), ("jadwal",),
    ("revisi",), ("realisasi", _AS_JSON), ("sk",), ("rekap", "--bulan", "3"),
)  # fmt: skip
_FORM = "formulir.xlsx"
_FORM_VERBS: tuple[Verb, ...] = (
    ("masukkan", _FORM, _AS_JSON), ("realisasi", _AS_JSON), ("realisasi",), ("masukkan", _FORM),
    ("rekap", "--bulan", "3", _AS_JSON),
)  # fmt: skip
# A template, and the verb whose papers are made from it.
_TEMPLATES: Mapping[str, Verb] = {
    "undangan.docx": ("undangan", "R-01"),
    "notula.docx": ("notula", "R-01"),
    "keputusan-renaksi.docx": ("keputusan",),
    "daftar-hadir.docx": ("daftar-hadir", "R-01"),
}
_WORD_XML = r"document\.xml$|styles|\.rels$|Types|header|footer"
_CHECK: Verb = ("templat", "periksa")
_RECORDS = ("manifest.json", "register.json", ".kerja/jurnal.json", ".pemegang.json")
_RECORD_VERBS: tuple[Verb, ...] = (
    ("undangan", "R-01", _AS_JSON), ("manifes", "--periksa", _AS_JSON), ("keputusan",),
    ("tandatangan", "--pulihkan", _AS_JSON), ("status", _AS_JSON), ("jelaskan",), ("manifes",),
)  # fmt: skip
_PDF = "kembali.pdf"
_PDF_VERBS: tuple[Verb, ...] = (
    ("tandatangan", _PDF, "--untuk", "keputusan/renaksi-salinan", _AS_JSON),
    ("tandatangan", _PDF, "--untuk", "rapat/R-01/undangan", "--tetap", _AS_JSON),
    ("tandatangan", _PDF, "--untuk", "rapat/R-01/undangan", "--tetap"),
)
_JOURNAL = b'{"version": 2, "files": [{"target": "keputusan/x.docx", "old": "", "new": "ab"}]}'
_HOLDER = b'{"pid": 1, "host": "h", "user": "u", "sejak": "2026-01-01"}'
# What a sound folder does not hold.
_OWN = {".kerja/jurnal.json": _JOURNAL, ".pemegang.json": _HOLDER}


@dataclass(frozen=True)
class Family:
    """A family: its name for the office, how many are tried in full and as a sample.

    `lay` puts the mutant of a number into an empty folder and says what is to meet it.
    """

    key: str
    title: str
    many: int
    few: int
    lay: Callable[[int, Path], tuple[Mutant, Trial]]


def families(sound: Originals) -> Sequence[Family]:
    """All families, made from these originals."""
    return (
        Family("buku", "Buku kerja yang dirusak", 1000, 8, _of_books(sound)),
        Family("formulir", "Formulir isian yang dirusak", 300, 3, _of_forms(sound)),
        Family("templat", "Templat Word yang dirusak atau jahat", 300, 2, _of_templates(sound)),
        Family("catatan", "Catatan program yang dirusak", 300, 4, _of_records(sound)),
        Family("pdf", "PDF bertanda tangan yang dirusak", 300, 4, _of_pdfs(sound)),
    )


def _verb(verbs: Sequence[Verb], number: int) -> Verb:
    """Each kind of damage meets each verb in its turn."""
    return verbs[(number * 7 + number // 16) % len(verbs)]


def _of_books(sound: Originals) -> Callable[[int, Path], tuple[Mutant, Trial]]:
    mutations = workbook_mutations()

    def lay(number: int, folder: Path) -> tuple[Mutant, Trial]:
        damaged = mutant(number, sound.books, mutations)
        _write(folder / BOOK, damaged.content)
        return damaged, _trial(folder, _verb(_BOOK_VERBS, number))

    return lay


def _of_forms(sound: Originals) -> Callable[[int, Path], tuple[Mutant, Trial]]:
    mutations = workbook_mutations()

    def lay(number: int, folder: Path) -> tuple[Mutant, Trial]:
        damaged = mutant(number, sound.forms, mutations)
        verb = _verb(_FORM_VERBS, number)
        _write(folder / BOOK, (sound.office / BOOK).read_bytes())
        place = _FORM if _FORM in verb else f"source/realisasi/2026-03/{_FORM}"
        _write(folder / place, damaged.content)
        return damaged, _trial(folder, verb, "source/realisasi")

    return lay


def _of_templates(sound: Originals) -> Callable[[int, Path], tuple[Mutant, Trial]]:
    kinds: dict[str, Mutation] = {
        f"templat {number} {change.__name__}": change
        for number, change in enumerate(TEMPLATE_MUTATIONS * 2)
    }
    kinds |= {f"paket {change.__name__}": change for change in PACKAGE_MUTATIONS}
    kinds |= {f"XML {change.__name__}": in_part(change, _WORD_XML) for change in XML_MUTATIONS}
    damageable = {name: sound.templates[name] for name in _TEMPLATES}

    def lay(number: int, folder: Path) -> tuple[Mutant, Trial]:
        damaged = mutant(number, damageable, kinds)
        for name, content in sound.templates.items():
            _write(folder / "templat" / name, content)
        _write(folder / "templat" / damaged.original, damaged.content)
        _write(folder / BOOK, (sound.office / BOOK).read_bytes())
        verb = _CHECK if number % 5 == 0 else _TEMPLATES[damaged.original]
        as_json = (_AS_JSON,) if number % 2 else ()
        return damaged, _trial(folder, (*verb, "--templat", "templat", *as_json))

    return lay


def _of_records(sound: Originals) -> Callable[[int, Path], tuple[Mutant, Trial]]:
    mutations: dict[str, Mutation] = {
        f"{at} {change.__name__}": change for at, change in enumerate(RECORD_MUTATIONS)
    }
    year = sound.office / YEAR
    records = {name: _OWN.get(name) or (year / name).read_bytes() for name in _RECORDS}

    def lay(number: int, folder: Path) -> tuple[Mutant, Trial]:
        damaged = mutant(number, records, mutations)
        shutil.copytree(sound.office, folder, dirs_exist_ok=True)
        _write(folder / YEAR / damaged.original, damaged.content)
        return damaged, _trial(folder, _verb(_RECORD_VERBS, number))

    return lay


def _of_pdfs(sound: Originals) -> Callable[[int, Path], tuple[Mutant, Trial]]:
    mutations: dict[str, Mutation] = {
        f"{at} {change.__name__}": change for at, change in enumerate(PDF_MUTATIONS)
    }

    def lay(number: int, folder: Path) -> tuple[Mutant, Trial]:
        damaged = mutant(number, sound.pdfs, mutations)
        shutil.copytree(sound.office, folder, dirs_exist_ok=True)
        _write(folder / _PDF, damaged.content)
        # What is signed has its state kept beside the workbook.
        return damaged, _trial(folder, _verb(_PDF_VERBS, number), "source/revisi")

    return lay


def _trial(folder: Path, verb: Verb, *laid_in: str) -> Trial:
    return Trial(folder, (*verb, "--keluaran", OUTPUT), laid_in)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
