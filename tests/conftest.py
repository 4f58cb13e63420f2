"""What all tests share, and what is left out off Linux.

Left out are tests that drive Unix itself, or compare with pages drawn on Debian. Everything else
runs on Windows and macOS too; `e2e/test_any_system.py` runs whole verbs there.
"""

from __future__ import annotations

import gc
import os
import sys
from shutil import rmtree
from tempfile import mkdtemp

import pytest

# Fakes of office programs are shell scripts, which signals end and whose processes are counted.
_SHELL = [
    "unit/build/test_lock.py",
    "unit/build/test_making.py",
    "unit/build/test_publish.py",
    "unit/build/test_soundness.py",
    "unit/build/test_staleness.py",
    "unit/pdf/test_full_disk.py",
    "unit/pdf/test_libreoffice_failures.py",
    "unit/pdf/test_office_places.py",
    "unit/pdf/test_reaper.py",
    "unit/pdf/test_residents.py",
    "unit/tools/*",
]
# What may be read or linked is another matter on Windows.
_RIGHTS = ["unit/evidence/test_evidence.py", "unit/forms/test_gathered_forms.py"]
# Pages and widths by Debian's fonts and its LibreOffice.
_FONTS = [
    "unit/pdf/test_fonts.py",
    "unit/pdf/test_embedded_fonts.py",
    "unit/pdf/test_libreoffice.py",
]
_LINUX = [*_SHELL, *_RIGHTS, *_FONTS, "e2e/test_[!a]*.py", "e2e/test_am*.py", "e2e/test_as_*.py"]

collect_ignore_glob = [] if sys.platform == "linux" else _LINUX


def pytest_configure(config: pytest.Config) -> None:
    """A folder of conversions for this session; the workers of xdist inherit it."""
    if "ZI_UJI_KONVERSI" not in os.environ:
        folder = os.environ["ZI_UJI_KONVERSI"] = mkdtemp(prefix="zi-konversi-")
        config.add_cleanup(lambda: rmtree(folder, ignore_errors=True))


def pytest_collection_finish() -> None:
    """What was imported stays: looking through it for garbage takes a twentieth of all time."""
    gc.collect()
    gc.freeze()
