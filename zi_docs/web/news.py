"""News from the server to open pages, as server-sent events."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.routing import Route

# So that a connection that nobody listens to any more is noticed.
_SILENCE_SECONDS = 15.0
_MOST_WAITING = 100
_END = ""


class News:
    """Hands what happens to every page that listens. `tell` may be called from any thread."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._listeners: set[asyncio.Queue[str]] = set()

    def open(self) -> None:
        """Begin, within the loop that serves the pages."""
        self._loop = asyncio.get_running_loop()

    def tell(self, event: str, data: Mapping[str, Any]) -> None:
        """Send an event to all that listen now."""
        text = event_text(event, data)
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._hand_out, text)

    def close(self) -> None:
        """End what every page is sent, within the loop: an open line would hold up the server."""
        for listener in self._listeners:
            listener.put_nowait(_END)

    def _hand_out(self, text: str) -> None:
        for listener in self._listeners:
            # A page that does not read loses news, never the server its memory.
            if listener.qsize() < _MOST_WAITING:
                listener.put_nowait(text)

    async def stream(self, first: str) -> AsyncIterator[str]:
        """What one page is sent, until it goes."""
        waiting: asyncio.Queue[str] = asyncio.Queue()
        self._listeners.add(waiting)
        try:
            yield first
            while True:
                try:
                    text = await asyncio.wait_for(waiting.get(), _SILENCE_SECONDS)
                except TimeoutError:
                    text = ": masih terbuka\n\n"
                if text == _END:
                    return
                yield text
        finally:
            self._listeners.discard(waiting)


def event_text(event: str, data: Mapping[str, Any]) -> str:
    """An event as it is sent."""
    return f"event: {event}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"


async def _events(request: Request) -> StreamingResponse:
    news: News = request.app.state.news
    job = request.app.state.runner.current()
    # What happened between the making of the page and its listening is not lost.
    first = event_text("kerja", job.as_dict()) if job else ": tidak ada pekerjaan\n\n"
    return StreamingResponse(news.stream(f"retry: 2000\n{first}"), media_type="text/event-stream")


ROUTES = [Route("/peristiwa", _events)]
