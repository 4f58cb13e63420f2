"""How long the server waits for a request: whoever stops in the middle of one is parted from.

Without it, connections that say nothing more would stay for as long as the page is open.
"""

from __future__ import annotations

import asyncio
from typing import Any

import h11
from starlette.types import Message, Receive
from uvicorn.protocols.http.h11_impl import H11Protocol

_HEAD_SECONDS = 10.0
"""What a request line and its headers may take, which a browser sends at once."""
_PAUSE_SECONDS = 30.0
"""How long a form that is being sent may pause."""


class PatientProtocol(H11Protocol):
    """HTTP/1.1 that closes a connection whose request has no whole head in time."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._parting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Wait for the first request."""
        super().connection_made(transport)
        self._await_head()

    def data_received(self, data: bytes) -> None:
        """Take what came; as long as it is no whole head, the time goes on."""
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._stop_waiting()
        elif self._parting is None:
            self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _await_head(self) -> None:
        self._parting = self.loop.call_later(_HEAD_SECONDS, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._parting is not None:
            self._parting.cancel()
            self._parting = None


def patient(receive: Receive) -> Receive:
    """What a request sends, until it pauses for too long: then it counts as gone."""
    whole = False

    async def receiving() -> Message:
        nonlocal whole
        if whole:
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), _PAUSE_SECONDS)
        except TimeoutError:
            message = {"type": "http.disconnect"}
        whole = not message.get("more_body", False)
        return message

    return receiving
