"""The list of all finding codes for the guide, made from the code that reports them.

`python -m tools.finding_codes` shows it; `ZI_GOLDEN=tulis pytest tests/unit/test_finding_codes.py`
puts it into the guide.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.message_texts import Module, Texts, callee, position
from zi_docs.findings import Severity

ROOT = Path(__file__).parents[1]
CODE = re.compile(r"[A-Z]{2,8}(?:-[A-Z]+)+")

# Whatever takes a code and, after it, a message. What carries both on its way to a finding
# (`CellProblem`, `CellFault`, `TagFault`, `MisfitError`) becomes an error.
_MAKERS = {
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "suggestion": Severity.SUGGESTION,
    "note": Severity.NOTE,
    "CellProblem": Severity.ERROR,
    "CellFault": Severity.ERROR,
    "TagFault": Severity.ERROR,
    "MisfitError": Severity.ERROR,
    "_add": Severity.ERROR,
    "_refuse": Severity.ERROR,
}

_FAMILIES = {
    "WB": "Buku kerja",
    "IMP": "Impor dari tabel lain",
    "RA": "Rencana aksi",
    "LKE": "Lembar Kerja Evaluasi",
    "BHS": "Bahasa",
    "KEP": "Keputusan",
    "PER": "Peraturan yang diacu",
    "TIM": "Tim",
    "PEJ": "Pejabat dan peserta",
    "REV": "Revisi",
    "TAHUN": "Tahun",
    "RAPAT": "Rapat",
    "SURAT": "Surat",
    "SURVEI": "Survei",
    "JADWAL": "Jadwal",
    "NO": "Nomor",
    "TERIMA": "Temuan yang diterima",
    "TTD": "Tanda tangan",
    "MON": "Formulir monev",
    "BENTURAN": "Benturan kepentingan",
    "MONEV": "Monev",
    "SPIP": "SPIP",
    "PEGAWAI": "Kepegawaian",
    "LAYANAN": "Standar pelayanan",
    "TL": "Tindak lanjut",
    "BUKTI": "Bukti dukung",
    "MASUK": "Berkas yang dimasukkan",
    "JDIH": "JDIH",
    "TPL": "Templat",
    "HURUF": "Huruf",
    "HASIL": "Hasil",
    "MAN": "Manifes",
    "ID": "Pengenal",
    "PERINTAH": "Perintah",
}


@dataclass(frozen=True)
class FindingCode:
    """A code, how much its findings weigh, and what they say: `…` stands for what varies."""

    code: str
    severities: tuple[Severity, ...]
    messages: tuple[str, ...]


def package_sources() -> dict[str, str]:
    """The sources of the package by dotted module name."""
    paths = sorted((ROOT / "zi_docs").rglob("*.py"))
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts): path.read_text(encoding="utf-8")
        for path in paths
    }


def finding_codes(sources: Mapping[str, str]) -> list[FindingCode]:
    """Every code in the sources once, by families. Raises KeyError for an unknown family."""
    texts = Texts(sources)
    frames = _frames(texts)
    weights: dict[str, set[Severity]] = {}
    messages: dict[str, dict[str, None]] = {}
    for module in texts.modules.values():
        for code, severities, message, maker in _made(module):
            frame = frames.get(maker, "{}")
            said = [frame.replace("{}", text) for text in texts.messages(message, module)]
            weights.setdefault(code, set()).update(severities)
            messages.setdefault(code, {}).update(dict.fromkeys(said))
    families = list(_FAMILIES)
    ordered = sorted(weights, key=lambda code: (families.index(_family(code)), code))
    return [
        FindingCode(code, tuple(s for s in Severity if s in weights[code]), tuple(messages[code]))
        for code in ordered
    ]


def table(codes: list[FindingCode]) -> str:
    """The codes as Markdown, a heading and a table for each family."""
    lines: list[str] = []
    family = ""
    for entry in codes:
        if _family(entry.code) != family:
            family = _family(entry.code)
            lines += ["", f"### {_FAMILIES[family]} ({family})", ""]
            lines += ["| Kode | Jenis | Temuan dan yang harus dilakukan |", "| --- | --- | --- |"]
        kinds = " / ".join(severity.value for severity in entry.severities)
        said = "<br>atau: ".join(entry.messages).replace("|", r"\|").replace("\n", " ")
        lines.append(f"| {entry.code} | {kinds} | {said} |")
    return "\n".join(lines).strip()


def _made(module: Module) -> Iterator[tuple[str, set[Severity], ast.expr, str]]:
    """Code, severities, message and maker of each call that makes a finding."""
    calls = [call for calls in module.calls.values() for call in calls]
    for call in sorted(calls, key=position):
        for argument, message in zip(call.args, call.args[1:], strict=False):
            severities = _severities(call, module)
            if severities and isinstance(argument, ast.Constant) and _is_code(argument.value):
                yield str(argument.value), severities, message, callee(call)


def _is_code(value: object) -> bool:
    return isinstance(value, str) and CODE.fullmatch(value) is not None


def _severities(call: ast.Call, module: Module) -> set[Severity]:
    """What a call makes; a local name may stand for one maker or another (`weigh = error if …`)."""
    name = callee(call)
    if name in _MAKERS:
        return {_MAKERS[name]}
    values = module.values(name, call) if isinstance(call.func, ast.Name) else []
    names = {node.id for value in values for node in ast.walk(value) if isinstance(node, ast.Name)}
    return {_MAKERS[each] for each in names & _MAKERS.keys()}


def _frames(texts: Texts) -> dict[str, str]:
    """By class of exception, the text into which its handler puts what it carries, as `{}`.

    Such a handler is `except X as problem: _add(problem.code, f"…{problem.what}…")`.
    """
    frames: dict[str, str] = {}
    for module in texts.modules.values():
        for handler in ast.walk(module.tree):
            if not isinstance(handler, ast.ExceptHandler) or not isinstance(handler.type, ast.Name):
                continue
            for call in (node for node in ast.walk(handler) if isinstance(node, ast.Call)):
                match call.args:
                    case [ast.Attribute(ast.Name(name), "code"), ast.JoinedStr(parts), *_] if (
                        name == handler.name
                    ):
                        frames[handler.type.id] = "".join(
                            "{}" if _carried(part, name) else texts.text(part, module)
                            for part in parts
                        )
    return frames


def _carried(part: ast.expr, name: str) -> bool:
    match part:
        case ast.FormattedValue(ast.Attribute(ast.Name(owner))):
            return owner == name
    return False


def _family(code: str) -> str:
    family = code.partition("-")[0]
    if family not in _FAMILIES:
        raise KeyError(f"the family of {code} has no title in tools/finding_codes.py")
    return family


if __name__ == "__main__":
    sys.stdout.write(table(finding_codes(package_sources())) + "\n")
