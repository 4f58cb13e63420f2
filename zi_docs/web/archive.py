"""Files in one ZIP: the same files, the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path


def zipped(files: Iterable[Path], folder: Path, year: int) -> bytes:
    """Files under their paths below a folder, dated by the year and not by the day of making."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(set(files)):
            entry = zipfile.ZipInfo(
                path.relative_to(folder).as_posix(), (max(year, 1980), 1, 1, 0, 0, 0)
            )
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
    return target.getvalue()
