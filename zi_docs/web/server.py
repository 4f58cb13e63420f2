"""Serves the page on this computer alone, until it is stopped."""

from __future__ import annotations

import socket
import webbrowser
from collections.abc import Callable
from threading import Timer

import uvicorn

from zi_docs.errors import OutputError, system_reason
from zi_docs.web.admission import Session
from zi_docs.web.news import News
from zi_docs.web.patience import PatientProtocol
from zi_docs.web.site import site
from zi_docs.web.workplace import Workplace

_LOOPBACK = "127.0.0.1"
_BACKLOG = 128
# A browser asks at once; the server needs a moment to answer.
_OPENING_SECONDS = 0.5
# Open connections, such as those that wait for news, do not keep a stopped page alive.
_PARTING_SECONDS = 2


def serve(
    place: Workplace, port: int, announce: Callable[[str], None], *, browser: bool = True
) -> None:
    """Serve the page of a workplace until it is interrupted; `announce` gets its address.

    Port 0 takes any that is free. Raises OutputError for a port that cannot be had.
    """
    with _listening(port) as listener:
        session = Session(listener.getsockname()[1])
        news = News()
        config = uvicorn.Config(
            site(place, session, news),
            log_level="warning",
            access_log=False,
            server_header=False,
            # Nobody stands between the browser and this server, whatever a request says.
            proxy_headers=False,
            http=PatientProtocol,
            ws="none",
            lifespan="on",
            timeout_graceful_shutdown=_PARTING_SECONDS,
        )
        announce(session.address)
        if browser:
            opening = Timer(_OPENING_SECONDS, webbrowser.open, (session.address,))
            opening.daemon = True
            opening.start()
        _Server(config, news).run([listener])


class _Server(uvicorn.Server):
    """Ends what pages listen to before it waits for open connections."""

    def __init__(self, config: uvicorn.Config, news: News) -> None:
        super().__init__(config)
        self._news = news

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Part from the pages, then stop."""
        self._news.close()
        await super().shutdown(sockets)


def _listening(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.bind((_LOOPBACK, port))
        listener.listen(_BACKLOG)
    except (OSError, OverflowError) as problem:
        listener.close()
        reason = system_reason(problem) if isinstance(problem, OSError) else str(problem)
        raise OutputError(
            f"Porta {port} tidak dapat dipakai: {reason}.",
            "Pilih porta lain dengan --porta, atau 0 untuk porta mana saja yang bebas.",
        ) from problem
    return listener
