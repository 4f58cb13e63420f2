"""The page as its user has it: the real server, opened in a real Chromium."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import mkdtemp
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.cases.bare_books import brief

ROOT = Path(__file__).parents[2]
# The real workbook with a dozen rows and three meetings: pages of a year are long, and a browser
# takes its time over each.
SOURCE = brief(ROOT / "source" / "zi-2026.xlsx", Path(mkdtemp(prefix="zi-uji-")) / "zi-2026.xlsx")
atexit.register(rmtree, SOURCE.parent, ignore_errors=True)
CHROMIUM = os.environ.get("ZI_CHROMIUM", "/usr/bin/chromium")
# Without these it looks for hosts of its maker at every start.
_QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync", "--disable-quic")  # fmt: skip

MAKING_MILLISECONDS = 180_000


@dataclass(frozen=True)
class Dashboard:
    """A page that is served: its folder, the address that lets in, the address of its pages."""

    folder: Path
    entry: str
    cookies: list[Any] = field(default_factory=list)

    @property
    def base(self) -> str:
        return self.entry.partition("/masuk")[0]

    @property
    def source(self) -> Path:
        return self.folder / "source" / "zi-2026.xlsx"

    @property
    def year(self) -> Path:
        return self.folder / "output" / "2026"


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Dashboard]:
    """`generate.py dasbor` for the workbook of a folder, until the block ends."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, str(ROOT / "generate.py"), "dasbor", "--tanpa-peramban", *options],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        address = process.stdout.readline().strip()
        assert address, process.stderr.read()
        try:
            yield Dashboard(folder, address)
        finally:
            process.terminate()
            _, complaint = process.communicate()
            # It says nothing of its own but that it was stopped.
            assert "Traceback" not in complaint, complaint


def office(folder: Path, workbook: Path = SOURCE) -> Path:
    """The folder of an office that has a workbook and nothing else."""
    (folder / "source").mkdir(parents=True)
    copyfile(workbook, folder / "source" / "zi-2026.xlsx")
    return folder


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Gone with the file: its event loop would be in the way of tests of other things."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_QUIET))
        yield browser
        browser.close()


@pytest.fixture
def dashboard(tmp_path: Path) -> Iterator[Dashboard]:
    """The page of an office with the real workbook."""
    with serving(office(tmp_path / "kantor")) as served:
        yield served


Opens = Callable[..., Page]


def _complains(said: ConsoleMessage) -> bool:
    """Whether the console shows a fault of the page; a refusal has its own status (422)."""
    return said.type == "error" and "status of 422" not in said.text


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Opens]:
    """Opens a page in a browser of its own, let in by its address; console errors fail the test."""
    with ExitStack() as stack:
        complaints: list[str] = []

        def open_page(served: Dashboard, path: str = "/", **options: object) -> Page:
            context = chromium.new_context(accept_downloads=True, **options)  # type: ignore[arg-type]
            stack.callback(context.close)
            page = context.new_page()
            page.on("pageerror", lambda problem: complaints.append(str(problem)))
            page.on("console", lambda said: _complains(said) and complaints.append(said.text))
            if served.cookies:
                # The address lets in once; what came by it comes back by the cookie.
                context.add_cookies(served.cookies)
                page.goto(served.base + path)
                return page
            page.goto(served.entry)
            served.cookies.extend(context.cookies())
            if path != "/":
                page.goto(served.base + path)
            return page

        yield open_page
        assert complaints == []
