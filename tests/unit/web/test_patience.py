"""Whoever stops in the middle of a request is parted from; who is slow but goes on is not."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import pytest
import uvicorn
from starlette.types import Message, Receive, Scope, Send

from zi_docs.web import patience
from zi_docs.web.patience import PatientProtocol, patient

PAUSE = 0.3


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_HEAD_SECONDS", PAUSE)
    monkeypatch.setattr(patience, "_PAUSE_SECONDS", PAUSE)


async def said_back(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers with what was sent, or with what became of it."""
    receive, body = patient(receive), b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if message["type"] == "http.disconnect":
            body += b" - terputus"
        if not message.get("more_body"):
            break
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": body})


def answer_to(*pieces: str, pause: float = 0.1) -> str:
    """What the server says to these pieces, and until it parts; a pause lies between them."""

    async def talk() -> str:
        config = uvicorn.Config(said_back, http=PatientProtocol, lifespan="off", log_level="error")
        config.load()
        server = await asyncio.get_running_loop().create_server(
            lambda: PatientProtocol(config, uvicorn.server.ServerState(), {}), "127.0.0.1", 0
        )
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        answer = b""
        # Who is parted from may learn of it while it still speaks.
        with suppress(ConnectionError):
            for piece in pieces:
                writer.write(piece.encode())
                await asyncio.sleep(pause)
            answer = await asyncio.wait_for(reader.read(), 10)
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()
        server.close()
        return answer.decode()

    return asyncio.run(talk())


def test_a_head_without_end_is_not_waited_for() -> None:
    assert answer_to("") == ""
    assert answer_to("GET / HTTP/1.1\r\nHost: x\r\n") == ""
    # Each piece comes in time, but the head never ends.
    assert answer_to("GET / HTTP/1.1\r\n", *["X: 1\r\n"] * 4) == ""


def test_a_form_that_pauses_counts_as_gone() -> None:
    head = "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 9\r\n\r\n"
    assert answer_to(head, "satu").count("satu - terputus") == 1


def test_a_slow_form_that_goes_on_is_taken() -> None:
    head = "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 6\r\n\r\n"
    assert "\nlambat\r" in answer_to(head, *"lambat", pause=PAUSE * 0.6)


def test_who_asks_again_is_waited_for_anew() -> None:
    whole = "GET / HTTP/1.1\r\nHost: x\r\n\r\n"
    last = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    assert answer_to(whole, whole, whole, last).count("200 OK") == 4
    assert answer_to(whole, "GET / HTTP/1.1\r\n").count("200 OK") == 1


def test_who_only_listens_is_not_hurried() -> None:
    """A page waits for news for as long as it is open."""
    calls: list[float] = []

    async def receive() -> Message:
        if not calls:
            calls.append(0)
            return {"type": "http.request", "body": b"", "more_body": False}
        await asyncio.sleep(PAUSE * 2)
        return {"type": "http.disconnect"}

    async def listen(receiving: Callable[[], Awaitable[Message]]) -> float:
        await receiving()
        start = asyncio.get_running_loop().time()
        await receiving()
        return asyncio.get_running_loop().time() - start

    assert asyncio.run(listen(patient(receive))) >= PAUSE * 1.9
