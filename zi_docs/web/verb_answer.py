"""A verb asked for a page: run in a process of its own, its answer shown or sent as a file."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from zi_docs.confined import Limits
from zi_docs.web.downloads import content_answer
from zi_docs.web.layout import page
from zi_docs.web.verb_process import INTAKE_LIMITS, VerbOutcome, VerbProcess

Back = tuple[str, str]
"""The address of a page to go back to, and what the link says."""


async def ask(
    request: Request, arguments: Sequence[str], limits: Limits = INTAKE_LIMITS
) -> VerbOutcome:
    """Run a verb on the page's workplace, and wait for it; it takes the lock as any run does.

    Those that are asked for at the same time wait for their turn.
    """
    async with request.app.state.turn:
        process = VerbProcess(request.app.state.reader.place, arguments, limits)
        try:
            return await asyncio.to_thread(process.run)
        except asyncio.CancelledError:
            process.cancel()
            raise


def outcome_page(request: Request, title: str, outcome: VerbOutcome, back: Back) -> Response:
    """What a verb said: what was done, or why it was refused."""
    context = {"title": title, "outcome": outcome, "back": back}
    status = HTTPStatus.OK if not outcome.exit else HTTPStatus.UNPROCESSABLE_ENTITY
    return page(request, "outcome.html", context, status)


async def answered_file(
    request: Request,
    arguments: Sequence[str],
    option: str,
    name: str,
    title: str,
    back: Back,
) -> Response:
    """The file that a verb writes under an option (`--salinan`), to take along.

    Where the verb wrote none, the page says why.
    """
    with tempfile.TemporaryDirectory(prefix="zi-keluar-") as folder:
        target = Path(folder) / name
        given = [option, str(target)] if option else [str(target)]
        outcome = await ask(request, [*arguments, *given])
        if not target.is_file():
            return outcome_page(request, title, outcome, back)
        content = target.read_bytes()
    return content_answer(content, name)
