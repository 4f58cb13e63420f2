"""The pictures in the folders of evidence, for the sheets of photos of their rows."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from zi_docs.evidence.evidence_folders import evidence_folders
from zi_docs.folders import files_below
from zi_docs.model import Photo, Plan, RowPhotos
from zi_docs.pictures import PICTURE_SUFFIXES, NoPictureError, PictureFrame
from zi_docs.workbook.reading.picture_files import photo_caption, photo_frame, read_picture

# The page reads the year again at every save; pictures are reduced to their size on paper.
_MOST_KEPT = 128


def with_row_photos(plan: Plan, root: Path) -> Plan:
    """The plan with the pictures below the root of the tree of evidence, by their rows.

    What is no sound picture is left out; the examination of evidence tells of it.
    """
    rows = []
    for folder in evidence_folders(plan, root) if root.is_dir() else ():
        files, _ = files_below(folder.path)
        paths = [path for path in files if path.suffix.casefold() in PICTURE_SUFFIXES]
        frame = photo_frame(len(paths))
        photos = tuple(photo for path in paths if (photo := _photo(path, frame)) is not None)
        rows += [RowPhotos(folder.activity.id, photos)] if photos else []
    return replace(plan, row_photos=tuple(rows))


def _photo(path: Path, frame: PictureFrame) -> Photo | None:
    try:
        status = path.stat()
        return _reduced(path, frame, (status.st_size, status.st_mtime_ns))
    except (NoPictureError, OSError):
        return None


@lru_cache(maxsize=_MOST_KEPT)
def _reduced(path: Path, frame: PictureFrame, _: tuple[int, int]) -> Photo:
    """A picture with its caption, as it was at that size and time. Raises NoPictureError."""
    caption = photo_caption(path.stem)
    words = f"Foto: {caption}" if caption else "Foto bukti dukung"
    return Photo(replace(read_picture(path, frame), description=words), caption)
