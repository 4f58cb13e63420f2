"""Files to take along: one that stands there, bytes that were just made, several as a ZIP."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response


def file_answer(path: Path, folder: Path) -> Response:
    """A file that stands below a folder. Raises HTTPException 404 where it leads elsewhere."""
    if not stands_below(path, folder):
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return FileResponse(path, filename=path.name)


def stands_below(path: Path, folder: Path) -> bool:
    """Whether a path is a file within a folder, and no link to one outside."""
    try:
        return path.is_file() and path.resolve().is_relative_to(folder.resolve())
    except OSError:
        return False


def content_answer(
    content: bytes, name: str, media_type: str = "application/octet-stream"
) -> Response:
    """Bytes as a file of a name, which may hold any letters."""
    named = quote(name, safe="", errors="replace")
    headers = {"Content-Disposition": f"attachment; filename*=utf-8''{named}"}
    return Response(content, media_type=media_type, headers=headers)


def zipped(files: Iterable[Path], folder: Path, year: int) -> bytes:
    """Files under their paths below a folder, dated by the year: the same files, the same bytes.

    What leads out of the folder is left out.
    """
    target = BytesIO()
    dated = (max(year, 1980), 1, 1, 0, 0, 0)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(file for file in set(files) if stands_below(file, folder)):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), dated)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
    return target.getvalue()
