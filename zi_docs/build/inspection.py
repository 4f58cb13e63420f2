"""A year's folder against its manifest: what is missing, changed by hand, or foreign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from zi_docs.build import manifest as manifests
from zi_docs.build import signed_papers
from zi_docs.build.digest import file_digest
from zi_docs.build.manifest import Manifest
from zi_docs.build.signed_files import FOLDER as SIGNED_FOLDER
from zi_docs.findings import Finding, Place, error, note, warning
from zi_docs.settings import DEFAULTS

# What the program keeps there for others: evidence of the office, signed papers, their register.
NOT_MADE = (DEFAULTS.evidence, DEFAULTS.dossier, SIGNED_FOLDER, signed_papers.NAME, manifests.NAME)


def inspect(folder: Path) -> list[Finding]:
    """Every difference between a folder and its manifest. Reads every file whole."""
    manifest = manifests.read(folder)
    signed = list(signed_papers.altered(folder, signed_papers.read(folder)))
    if not manifest.made:
        message = (
            "Folder ini belum mempunyai manifes yang dapat dibaca; jalankan "
            "`python generate.py semua`."
        )
        return [*signed, error("MAN-TIADA", message, Place(str(folder / manifests.NAME)))]
    return [*signed, *_of_outputs(folder, manifest), *_foreign(folder, manifest)]


def never_made(folder: Path, names: Sequence[str]) -> Iterator[Finding]:
    """A note of how many of these products have never been made in a folder."""
    records = manifests.read(folder).records
    missing = [name for name in names if name not in records]
    if missing:
        message = (
            f"{len(missing)} naskah yang diminta buku kerja belum dibuat di folder ini, misalnya "
            f"{missing[0]}; jalankan `python generate.py semua` untuk membuatnya."
        )
        yield note("MAN-BELUM", message, Place(str(folder)))


def _of_outputs(folder: Path, manifest: Manifest) -> Iterator[Finding]:
    for name, output in sorted(manifest.outputs.items()):
        path = folder / (output.place or name)
        digest = file_digest(path)
        if not digest:
            message = "Berkas ini tidak ada; jalankan `python generate.py semua` untuk membuatnya."
            yield error("MAN-HILANG", message, Place(str(path)))
        elif digest != output.sha256:
            message = (
                "Isi berkas ini bukan yang dibuat program: diubah dengan tangan, terpotong, atau "
                "rusak. Yang terpotong dibuat kembali oleh `python generate.py semua`; yang lain "
                "tidak akan ditimpa, jadi hapuslah bila ingin dibuat kembali."
            )
            yield error("MAN-DIUBAH", message, Place(str(path)))
        if output.place and (folder / name).is_file():
            message = (
                f"Berkas ini diubah dengan tangan; versi barunya ada di {output.place}. Gabungkan "
                "isinya, lalu hapus yang tidak dipakai."
            )
            yield warning("MAN-DUA", message, Place(str(folder / name)))


def _foreign(folder: Path, manifest: Manifest) -> Iterator[Finding]:
    made = {output.place or name for name, output in manifest.outputs.items()}
    made |= set(manifest.outputs)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        own = name.parts[0] in NOT_MADE or name.parts[0].startswith(".")
        if path.is_file() and not own and name.as_posix() not in made:
            message = (
                "Berkas ini bukan hasil program; pindahkanlah bila tidak termasuk naskah setahun."
            )
            yield note("MAN-ASING", message, Place(str(path)))
