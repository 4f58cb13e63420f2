"""Plays docx2pdf with Word: makes PDFs by a LibreOffice that only it knows, or as its mood is.

As from Word, its PDFs have neither tags nor destinations.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path


def convert(docx: str, pdf: str) -> None:
    mood = os.environ.get("ZI_UJI_WORD", "")
    if mood == "hangs":
        time.sleep(300)
    elif mood == "garbage":
        Path(pdf).write_text("bukan PDF")
    elif mood != "silent":
        with tempfile.TemporaryDirectory() as folder:
            profile = f"-env:UserInstallation={Path(folder, 'profil').as_uri()}"
            program = [os.environ["ZI_UJI_KANTOR"], profile, "--headless", "--convert-to", "pdf"]
            command = [*program, "--outdir", folder, docx]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            shutil.copy(Path(folder, Path(pdf).name), pdf)
