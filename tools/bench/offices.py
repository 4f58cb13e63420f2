"""LibreOffice alone on documents that the program made: how fast could it be, how slow is usual.

Every way converts the same files to tagged PDF, with the fonts that the program binds.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from zi_docs.pdf.fonts import DEFAULT_SUBSTITUTES

FILES_A_COMMAND = 200
"""LibreOffice loses what stands behind about 243 files of one command line, in silence."""
SAMPLE = 8
_TAGGED = "UseTaggedPDF"
_START_SECONDS = 60


@dataclass(frozen=True)
class Conversion:
    """How long converting took, and how many PDFs there are of how many documents."""

    seconds: float
    made: int
    wanted: int

    @property
    def note(self) -> str:
        """Empty when every document became a PDF."""
        return "" if self.made == self.wanted else f"{self.made} of {self.wanted} PDFs"


def office() -> str | None:
    """The program's path; None when it is not installed. ZI_SOFFICE may name another one."""
    return shutil.which(os.environ.get("ZI_SOFFICE", "soffice"))


def unoserver() -> str | None:
    """The server's path, when it and its client are installed and find `uno`; else None."""
    server = shutil.which("unoserver")
    if server is None or shutil.which("unoconvert") is None:
        return None
    trial = subprocess.run([server, "--version"], capture_output=True, check=False)
    return server if trial.returncode == 0 else None


def batches(documents: Sequence[Path], processes: int) -> list[list[list[Path]]]:
    """The documents dealt out to processes, each share cut into what a command line takes."""
    by_size = sorted(documents, key=lambda path: path.stat().st_size, reverse=True)
    shares = [by_size[start::processes] for start in range(processes)]
    return [
        [share[start : start + FILES_A_COMMAND] for start in range(0, len(share), FILES_A_COMMAND)]
        for share in shares
    ]


def sample(documents: Sequence[Path], count: int = SAMPLE) -> list[Path]:
    """Documents evenly taken from all sizes."""
    by_size = sorted(documents, key=lambda path: path.stat().st_size)
    return [by_size[int((number + 0.5) * len(by_size) / count)] for number in range(count)]


@dataclass(frozen=True)
class Bureau:
    """Converts documents with `program`, in the empty folder `place`."""

    program: str
    place: Path

    def in_processes(self, documents: Sequence[Path], processes: int) -> Conversion:
        """All documents by so many processes side by side, each with a new profile."""
        shares = batches(self._staged(documents), processes)

        def convert(number: int) -> None:
            for batch in shares[number]:
                self._convert(batch, f"profile-{number}")

        def convert_all() -> None:
            with ThreadPoolExecutor(processes) as pool:
                list(pool.map(convert, range(processes)))

        return self._timed(convert_all, len(documents))

    def one_each(self, documents: Sequence[Path]) -> Conversion:
        """A process for each document, one after another, on a profile that was used before."""
        staged = self._staged(documents)
        self._convert(staged[:1], "profile")
        for pdf in self._pdfs():
            pdf.unlink()

        def convert() -> None:
            for document in staged:
                self._convert([document], "profile")

        return self._timed(convert, len(documents))

    def by_unoserver(self, server: str, documents: Sequence[Path]) -> Conversion:
        """One `unoserver`, from its start on; an `unoconvert` for each document."""
        staged = self._staged(documents)
        port, office_port = _free_port(), _free_port()
        command = [server, "--port", str(port), "--uno-port", str(office_port)]
        command += ["--executable", self.program, "--user-installation", str(self.place / "p")]

        def convert() -> None:
            with self._started(command) as process:
                try:
                    _wait_for(port)
                    for document in staged:
                        self._send(document, port)
                finally:
                    _end(process)

        return self._timed(convert, len(documents))

    def _send(self, document: Path, port: int) -> None:
        pdf = self.place / "out" / document.with_suffix(".pdf").name
        filters = ("--filter-option", f"{_TAGGED}=true", "--convert-to", "pdf")
        self._run(["unoconvert", "--port", str(port), *filters, str(document), str(pdf)])

    def _convert(self, documents: Sequence[Path], profile: str) -> None:
        options = json.dumps({_TAGGED: {"type": "boolean", "value": "true"}})
        command = [self.program, f"-env:UserInstallation={(self.place / profile).as_uri()}"]
        command += ["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"]
        command += ["--convert-to", f"pdf:writer_pdf_Export:{options}", "--outdir", "out"]
        self._run([*command, *(document.name for document in documents)])

    def _run(self, command: Sequence[str]) -> None:
        with self._started(command) as process:
            process.wait()

    def _started(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        surroundings = {
            "HOME": str(self.place),
            "TMPDIR": str(self.place),
            "LC_ALL": "C.UTF-8",
            "SAL_USE_VCLPLUGIN": "svp",
            "FONTCONFIG_FILE": str(self.place / "fonts.conf"),
        }
        return subprocess.Popen(
            command,
            cwd=self.place,
            env=os.environ | surroundings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _staged(self, documents: Sequence[Path]) -> list[Path]:
        """Copies under numbers, since documents of different folders have the same names."""
        (self.place / "out").mkdir()
        DEFAULT_SUBSTITUTES.write_config(self.place)
        staged = [self.place / f"{number:04}.docx" for number in range(len(documents))]
        for document, copy in zip(documents, staged, strict=True):
            shutil.copyfile(document, copy)
        return staged

    def _timed(self, convert: Callable[[], None], wanted: int) -> Conversion:
        start = time.perf_counter()
        convert()
        return Conversion(time.perf_counter() - start, len(self._pdfs()), wanted)

    def _pdfs(self) -> list[Path]:
        return list((self.place / "out").glob("*.pdf"))


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    """Wait until somebody listens; TimeoutError when nobody does for a minute."""
    last = time.monotonic() + _START_SECONDS
    while time.monotonic() < last:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise TimeoutError("unoserver does not answer")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a server, and the office that it started should that stay."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(10)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
