"""What was left from another office, another year, or an unfinished text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zi_docs.checks.language.cell_texts import Genre, ProseCell
from zi_docs.data import shipped
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import Plan
from zi_docs.wording.placeholders import placeholder

_YEAR = re.compile(r"\b(?:tahun|ta\.?|t\.a\.)\s+(?:anggaran\s+)?(20\d\d)\b", re.IGNORECASE)
_ANY_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_LEVELS = r"(?:Kabupaten|Kota|Kab\.?|KABUPATEN|KOTA)"
_NAME = r"[A-Z][\w’'-]+(?:[ ][A-Z][\w’'-]+){0,3}"


def other_offices(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """The name of another office of the same agency, left from the workbook that was copied."""
    office = plan.office
    agency = "|".join(re.escape(name) for name in (office.singkatan, office.lembaga) if name)
    if not agency or office.tingkat == "Lainnya":
        return
    pattern = re.compile(rf"\b(?i:{agency})\s+({_LEVELS})\s+({_NAME})")
    own = _plain(office.wilayah)
    for cell in texts:
        if cell.genre is Genre.CITED:
            continue
        for match in pattern.finditer(cell.plain):
            name = match[2]
            if _plain(name).startswith(own):
                continue
            # A visit to another office, or its people as guests, name it by right.
            if re.search(r"\b(?:ke|dari|bersama|dengan|oleh)\s+$", cell.plain[: match.start()]):
                continue
            yield warning(
                "BHS-KANTOR-LAIN",
                f"“{match[0]}” bukan kantor ini ({office.short_name}); gantilah bila terbawa dari "
                "naskah kantor lain.",
                cell.place,
            )


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()


def other_years(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """A title of a decree or meeting that names another year and not the plan's."""
    year = plan.office.tahun
    for cell in texts:
        if cell.key not in ("judul", "judul_lampiran", "acara"):
            continue
        named = {int(number) for number in _YEAR.findall(cell.plain)}
        every = {int(number) for number in _ANY_YEAR.findall(cell.plain)}
        if not named or year in every or re.search(r"\bNomor\b", cell.plain):
            continue
        others = ", ".join(str(number) for number in sorted(named))
        message = (
            f"Judul ini menyebut tahun {others}, sedangkan rencana ini tahun {year}; "
            "sesuaikan bila terbawa dari tahun lain."
        )
        report = warning if cell.genre is Genre.DECREE else suggestion
        yield report("BHS-TAHUN", message, cell.place)


def left_gaps(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """Text that waits to be replaced: `[isi]`, rows of dots, `(link)`."""
    words = "|".join(map(re.escape, shipped("language")["sisa"]["kurung"]))
    bracket = re.compile(rf"\(\s*(?:{words})\s*\)", re.IGNORECASE)
    for cell in texts:
        match = bracket.search(cell.plain)
        gap = match[0] if match else placeholder(cell.plain)
        if gap and cell.genre is not Genre.CITED:
            yield warning(
                "BHS-ISIAN",
                f"“{gap}” masih menunggu isi; gantilah dengan isinya.",
                cell.place,
            )
