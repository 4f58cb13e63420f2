"""Look at a dropped file, in a process of its own: `python -m zi_docs.intake.look KIND …`.

Everything that parses what somebody sent happens here. On stdout, as JSON, stands whether the file
is what it should be, and what is to be said of it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from zi_docs.evidence.judged_files import unsound_finding
from zi_docs.findings import Finding, Place, Severity, error, warning
from zi_docs.forms.form_reader import read_form
from zi_docs.pictures import NoPictureError
from zi_docs.revision.states import read_plan_and_year
from zi_docs.workbook.reading.picture_files import photo_frame, read_picture

FORM, PHOTO, EVIDENCE = "formulir", "foto", "bukti"

Look = tuple[bool, Sequence[Finding]]


def look_at_form(path: Path, workbook: str) -> Look:
    """A filled form: one of the plan of this workbook?"""
    year, findings = read_plan_and_year(Path(workbook))
    if year is None:
        return False, findings
    form = read_form(year.plan, path)
    if not form.periods:
        return False, form.findings
    empty = [] if form.realisations else [_unanswered(path)]
    return True, (*form.findings, *empty)


def look_at_photo(path: Path, count: str) -> Look:
    """A photo of a meeting that then has so many: one that can be printed?"""
    try:
        read_picture(path, photo_frame(int(count)))
    except NoPictureError as problem:
        message = (
            f"Berkas ini {problem}, jadi tidak diterima sebagai foto rapat; pakailah foto JPEG "
            "atau PNG."
        )
        return False, [error("MASUK-FOTO", message, Place(str(path)))]
    return True, []


def look_at_evidence(path: Path, _: str) -> Look:
    """Evidence of a row: a sound file? What it counts for is judged where it then lies."""
    finding = unsound_finding(path)
    return finding is None, [] if finding is None else [finding]


def _unanswered(path: Path) -> Finding:
    message = (
        "Formulir ini belum memuat satu jawaban pun yang terbaca; isilah kolom jawabannya, "
        "simpan, lalu masukkan kembali."
    )
    return warning("MASUK-HAMPA", message, Place(str(path)))


_LOOKS: dict[str, Callable[[Path, str], Look]] = {
    FORM: look_at_form,
    PHOTO: look_at_photo,
    EVIDENCE: look_at_evidence,
}


def as_json(look: Look) -> str:
    """What was seen, for the process that asked."""
    fits, findings = look
    return json.dumps({"fits": fits, "findings": [finding.as_dict() for finding in findings]})


def from_json(text: bytes) -> Look:
    """What was seen. Raises ValueError for what is no such answer."""
    try:
        answer = json.loads(text)
        findings = [_finding(**finding) for finding in answer["findings"]]
        return bool(answer["fits"]), findings
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError(str(problem)) from problem


def _finding(code: str, severity: str, message: str, place: dict[str, object]) -> Finding:
    return Finding(code, Severity(severity), message, Place(**place))  # type: ignore[arg-type]


def main(kind: str, path: str, detail: str) -> None:
    """Look at a file and say on stdout what was seen."""
    sys.stdout.write(as_json(_LOOKS[kind](Path(path), detail)))


if __name__ == "__main__":
    main(*sys.argv[1:])
