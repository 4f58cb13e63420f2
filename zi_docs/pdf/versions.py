"""What tells one installed office program and its fonts from another."""

from __future__ import annotations

import hashlib
import os
import subprocess
from contextlib import suppress
from pathlib import Path

from zi_docs.pdf.font_files import files_identity, font_files
from zi_docs.pdf.office_places import deployments


def office_identity(program: Path) -> str:
    """What changes whenever LibreOffice is updated, without starting it."""
    identity = hashlib.sha256(str(program.resolve()).encode())
    for part in deployments(program):
        with suppress(OSError):
            state = part.stat()
            identity.update(f"{part.name} {state.st_size} {state.st_mtime_ns}".encode())
    return identity.hexdigest()


def fonts_identity() -> str:
    """What changes whenever a font is installed, updated or taken away; empty if unknown.

    Where no fontconfig says what is installed, the font files do.
    """
    try:
        listed = subprocess.run(
            ["fc-list", ":", "family", "fontversion", "file"],
            capture_output=True,
            check=True,
            timeout=60,
        )
    except (OSError, subprocess.SubprocessError):
        return files_identity(font_files())
    lines = b"\n".join(sorted(listed.stdout.splitlines()))
    surroundings = os.environ.get("FONTCONFIG_FILE", "").encode()
    return hashlib.sha256(lines + surroundings).hexdigest()
