"""The pages under one roof: their routes, what they share, and what a fault looks like."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import date
from http import HTTPStatus
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from zi_docs.errors import BusyError, ZiError
from zi_docs.web import (
    changes_page,
    evidence_page,
    findings_page,
    follow_ups_page,
    import_page,
    intake_page,
    making_page,
    news,
    score_page,
    workbook_page,
    year_page,
)
from zi_docs.web.admission import Guard, Session
from zi_docs.web.import_page import BroughtTables
from zi_docs.web.layout import error_page
from zi_docs.web.news import News
from zi_docs.web.runner import Runner
from zi_docs.web.save_watch import watch
from zi_docs.web.workplace import Workplace
from zi_docs.web.year_view import YearReader

PAGES = (
    year_page,
    findings_page,
    making_page,
    intake_page,
    evidence_page,
    follow_ups_page,
    changes_page,
    score_page,
    import_page,
    workbook_page,
    news,
)


def site(
    place: Workplace, session: Session, news: News, today: Callable[[], date] = date.today
) -> ASGIApp:
    """The application that serves the pages of a workplace to one browser, and sends them news.

    `today` tells on which day the year is looked at; pictures of the page have a day of their own.
    """
    routes = [route for page in PAGES for route in page.ROUTES]
    static = Mount("/berkas-halaman", StaticFiles(directory=Path(__file__).with_name("static")))
    app = Starlette(
        routes=[*routes, static],
        exception_handlers={
            HTTPException: _refused,
            ZiError: _failed,
            OSError: _failed,
            ClientDisconnect: _gone,
            Exception: _broken,
        },
        lifespan=_lifespan,
    )
    app.state.session = session
    app.state.news = news
    app.state.tables = BroughtTables()
    app.state.reader = YearReader(place, today)
    app.state.runner = Runner(app.state.reader, app.state.news)
    app.state.turn = asyncio.Lock()
    return Guard(app, session)


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    """Watch the workbook as long as the page is served; a run ends with it."""
    app.state.news.open()
    watching = asyncio.create_task(watch(app.state.reader, app.state.news))
    try:
        yield
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching
        await asyncio.to_thread(app.state.runner.cancel)
        app.state.tables.close()


async def _refused(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)  # noqa: S101 - the table above says so
    return error_page(request, problem.status_code, problem.detail)


async def _gone(request: Request, problem: Exception) -> Response:
    """Who was sending a form has gone, or has paused for too long."""
    return error_page(request, HTTPStatus.REQUEST_TIMEOUT, "Pengiriman ini terputus; ulangilah.")


async def _failed(request: Request, problem: Exception) -> Response:
    """A fault of the program's tools or of the disk: told as a verb would tell it."""
    busy = isinstance(problem, BusyError)
    status = HTTPStatus.CONFLICT if busy else HTTPStatus.INTERNAL_SERVER_ERROR
    return error_page(request, status, str(problem))


async def _broken(request: Request, problem: Exception) -> Response:
    """A fault of the program itself, which its log tells to whoever mends it."""
    words = (
        "Halaman ini gagal dibuat karena kesalahan program. Kembalilah dan coba lagi; bila "
        "berulang, sampaikan catatan di jendela program kepada pengelolanya."
    )
    return error_page(request, HTTPStatus.INTERNAL_SERVER_ERROR, words)
