"""One paper explained, in lines for people; many papers, a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zi_docs.build.soundness import Condition
from zi_docs.cli.finding_lines import total
from zi_docs.findings import Finding
from zi_docs.status.explanation import Explanation, PaperStanding, PaperState
from zi_docs.wording.lists import enumeration

_STATES = {
    PaperState.SIGNED: "sudah ditandatangani atau mengikuti naskah bertanda tangan",
    PaperState.STOPPED: "tidak dapat dibuat karena kesalahan pada buku kerja",
    PaperState.UNMADE: "belum dibuat",
    PaperState.STALE: "perlu dibuat ulang",
    PaperState.FRESH: "sudah dibuat dan sesuai dengan buku kerja",
}
_CONDITIONS = {
    Condition.AS_MADE: "sebagaimana dibuat program",
    Condition.MISSING: "tidak ada",
    Condition.EDITED: "diubah dengan tangan",
    Condition.FOREIGN: "rusak atau bukan buatan program",
}
_LABEL = 16


def standing_line(standing: PaperStanding) -> str:
    """How a paper stands, in a line."""
    draft = ", KONSEP" if standing.product.draft else ""
    return f"{standing.product.name}: {_STATES[standing.state]}{draft} ({standing.why})"


def explanation_lines(
    explanation: Explanation, others: Sequence[str], findings: Sequence[Finding]
) -> Iterator[str]:
    """What there is to say; of the findings on its cells only how many, for `periksa` has them."""
    product = explanation.product
    yield f"{product.name}: {product.title}, {product.about.name}"
    also = ["bertanda KONSEP"] if product.draft else []
    also += ["dibuat hanya bila diminta"] if product.on_request else []
    yield _line("Keadaan", "; ".join((_STATES[explanation.state], *also)))
    yield _line("Sebab", explanation.why)
    yield from _line_each("Kesalahan", map(str, explanation.errors))
    yield from _line_each(
        "Belum ada", (f"{lack.what} ({lack.place})" for lack in explanation.lacks)
    )
    if findings:
        yield _line("Temuan", f"{total(findings)}; semuanya dicetak oleh `periksa`")
    yield from _line_each("Berasal dari", _sheet_lines(explanation))
    yield from _line_each("Dirangkai dari", product.needs)
    yield _line("Templat", str(explanation.template or "tanpa templat"))
    made = explanation.made_key or "belum pernah dibuat"
    yield _line("Kunci", explanation.key or "–")
    yield _line("Kunci hasil", "sama" if made == explanation.key else made)
    yield from _line_each("Berkas", (f"{path}: {_CONDITIONS[c]}" for path, c in explanation.files))
    if explanation.signed:
        yield _line("Bertanda tangan", explanation.signed.file)
    yield from _line_each("Kali terakhir", map(str, explanation.last))
    yield from _line_each("Naskah lainnya", others)


def _sheet_lines(explanation: Explanation) -> Iterator[str]:
    """A line for each sheet whose cells show; one for those that only set how it looks."""
    for sheet in explanation.sheets:
        if sheet.cells:
            columns = f" ({', '.join(sheet.columns)})" if sheet.columns else ""
            yield f"{sheet.file} › {sheet.sheet}!{sheet.cells}{columns}"
    unseen = [sheet.sheet for sheet in explanation.sheets if not sheet.cells]
    if unseen:
        yield f"juga dibaca: lembar {enumeration(unseen)}"


def _line_each(label: str, texts: Sequence[str] | Iterator[str]) -> Iterator[str]:
    """A line for each text, the label before the first."""
    for number, text in enumerate(texts):
        yield _line("" if number else label, text)


def _line(label: str, text: str) -> str:
    return f"  {label:<{_LABEL}}{text}"
