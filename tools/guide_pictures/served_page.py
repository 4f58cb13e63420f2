"""The page as served to a browser, on the day of the pictures."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Thread

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from zi_docs.web.admission import Session
from zi_docs.web.news import News
from zi_docs.web.site import site
from zi_docs.web.workplace import Workplace

_CHROMIUM = os.environ.get("ZI_CHROMIUM", "/usr/bin/chromium")
# Without these it looks for hosts of its maker at every start.
_QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync", "--disable-quic")  # fmt: skip
# What the browser itself says ("Pilih File") is Indonesian, too.
_INDONESIAN = {"LANGUAGE": "id", "LANG": "id_ID.UTF-8"}


@contextmanager
def served_page(source: Path, day: date) -> Iterator[str]:
    """Serve the page of a workbook; the address that lets a browser in, once.

    The verb `dasbor` shows the present day; here it is a given one, so that the same pictures come
    of it whenever they are taken.
    """
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        session = Session(listener.getsockname()[1])
        app = site(Workplace(source), session, News(), lambda: day)
        config = uvicorn.Config(app, log_level="warning", access_log=False, lifespan="on",
                                timeout_graceful_shutdown=2)  # fmt: skip
        server = uvicorn.Server(config)
        serving = Thread(target=server.run, args=([listener],))
        serving.start()
        try:
            yield session.address
        finally:
            server.should_exit = True
            serving.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's own Chromium, or the one that ZI_CHROMIUM names."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=_CHROMIUM,
            args=[*_QUIET, "--lang=id"],
            env={**os.environ, **_INDONESIAN},
        )
        yield browser
        browser.close()
