"""Files that a form sent, laid into a folder of their own until a verb has looked at them."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.datastructures import FormData, UploadFile

from zi_docs.errors import OutputError, system_reason
from zi_docs.file_names import room_in, safe_name

_CHUNK = 1024 * 1024


@asynccontextmanager
async def laid_uploads(form: FormData, field: str = "berkas") -> AsyncIterator[list[Path]]:
    """The files of a field, under safe names in a folder that is removed in the end.

    A field left empty gives none. Raises OutputError where the folder cannot be written.
    """
    uploads = [item for item in form.getlist(field) if isinstance(item, UploadFile)]
    folder = Path(tempfile.mkdtemp(prefix="zi-masuk-"))
    try:
        yield [await _laid(folder / str(n), item) for n, item in enumerate(_sent(uploads), 1)]
    finally:
        await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)


def _sent(uploads: Iterable[UploadFile]) -> list[UploadFile]:
    """The uploads that are files: a field that nobody filled sends one without a name."""
    return [item for item in uploads if item.filename]


async def _laid(folder: Path, item: UploadFile) -> Path:
    path = folder / safe_name(item.filename or "", room_in(folder))
    try:
        folder.mkdir()
        with path.open("wb") as target:
            while chunk := await item.read(_CHUNK):
                target.write(chunk)
    except OSError as problem:
        raise OutputError(
            f"Berkas yang dikirim tidak dapat disimpan: {system_reason(problem)}.",
            "Periksa sisa ruang folder sementara, lalu kirim kembali.",
        ) from problem
    return path
