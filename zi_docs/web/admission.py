"""Who may use the page: this computer's own browser, let in once by a key, and nobody else.

- The server listens on the loopback address alone; a request under any other Host is refused, so
  that no name of another site can be made to point here.
- The address that the verb opens bears a key that works once; what stays is a cookie that no
  script reads and no other site sends.
- A form bears a second key; a request that says it comes from another origin is refused.
- Nothing is loaded from elsewhere, and no page may be framed (the content security policy).
- What no page of this server sends is refused: other protocols, addresses and fields without end,
  signs that no text has.
"""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import parse_qs

from h11 import LocalProtocolError
from starlette.datastructures import FormData, Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from zi_docs.web.patience import patient

ENTRY = "/masuk"
FORM_KEY = "kunci"

_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
_READING = frozenset({"GET", "HEAD"})
_OWN_SITE = frozenset({"same-origin", "none"})
_MOST_FILES, _MOST_FIELDS, _LONGEST_FIELD = 200, 2000, 64 * 1024
_LONGEST_ADDRESS = 2000
# What no argument of a program may hold, or no file can be called.
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
# A signed scan of many pages, or all photos of a meeting.
MOST_SENT_BYTES = 200 * 1024 * 1024


@dataclass
class Session:
    """The keys of one start of the page on a port. `entry_key` is spent by its first use."""

    port: int
    entry_key: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    cookie_key: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    form_key: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def address(self) -> str:
        """The address that lets a browser in, once."""
        return f"http://127.0.0.1:{self.port}{ENTRY}?kunci={self.entry_key}"

    @property
    def cookie(self) -> str:
        """The name of the cookie; two pages on two ports share a host, and so their cookies."""
        return f"zi-{self.port}"

    @property
    def hosts(self) -> frozenset[str]:
        """What a browser on this computer may call this page."""
        return frozenset({f"127.0.0.1:{self.port}", f"localhost:{self.port}"})

    def spend(self, key: str) -> bool:
        """Whether a key lets in; the right one does so once."""
        fits = bool(self.entry_key) and _same(key, self.entry_key)
        if fits:
            self.entry_key = ""
        return fits


class Guard:
    """Lets through what this computer's own browser asks for, under headers that keep it so."""

    def __init__(self, app: ASGIApp, session: Session) -> None:
        self.app = app
        self.session = session

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        answer = self._answer(scope)
        await (answer or self.app)(scope, patient(receive), _with_headers(send))

    def _answer(self, scope: Scope) -> Response | None:
        """What keeps a request out, or lets a browser in; None for one to hand on."""
        headers = Headers(scope=scope)
        if headers.get("host", "") not in self.session.hosts:
            return _refusal(
                "Alamat ini bukan alamat halaman zi_docs.", HTTPStatus.MISDIRECTED_REQUEST
            )
        if scope["path"] == ENTRY and scope["method"] == "GET":
            return self._entry(scope, headers)
        if not self._from_here(scope["method"], headers):
            return _refusal("Permintaan dari situs lain ditolak.", HTTPStatus.FORBIDDEN)
        if not self._let_in(scope):
            return _refusal(
                "Halaman ini hanya terbuka dari alamat yang dicetak saat dijalankan. Jalankan "
                "kembali `python generate.py dasbor`.",
                HTTPStatus.FORBIDDEN,
            )
        if len(scope["raw_path"]) + len(scope["query_string"]) > _LONGEST_ADDRESS:
            return _refusal("Alamat ini terlalu panjang.", HTTPStatus.REQUEST_URI_TOO_LONG)
        if "transfer-encoding" in headers:
            # Sent in pieces, a form could be without end; browsers say how long theirs are.
            return _refusal(
                "Kiriman ini tidak menyebut panjangnya; kirimlah dari halaman ini.",
                HTTPStatus.LENGTH_REQUIRED,
                {"Connection": "close"},
            )
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > MOST_SENT_BYTES:
            return _refusal(
                f"Yang dikirim terlalu besar; paling banyak {MOST_SENT_BYTES // 2**20} MB "
                "sekaligus. Kirimlah dalam beberapa bagian.",
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            )
        return None

    def _entry(self, scope: Scope, headers: Headers) -> Response:
        keys = parse_qs(scope["query_string"].decode("ascii", "replace")).get("kunci", [""])
        if self.session.spend(keys[0]):
            answer = RedirectResponse("/", HTTPStatus.SEE_OTHER)
            answer.set_cookie(
                self.session.cookie, self.session.cookie_key, httponly=True, samesite="strict"
            )
            return answer
        if self._let_in(scope):
            return RedirectResponse("/", HTTPStatus.SEE_OTHER)
        return _refusal(
            "Alamat ini sudah pernah dipakai atau bukan dari jalannya yang sekarang. Jalankan "
            "kembali `python generate.py dasbor`.",
            HTTPStatus.FORBIDDEN,
        )

    def _from_here(self, method: str, headers: Headers) -> bool:
        """Whether a request that changes something comes from a page of this server.

        A link from another site may open a page: that reads, and the cookie does not come along.
        """
        if method in _READING:
            return True
        origin = headers.get("origin")
        origins = {f"http://{host}" for host in self.session.hosts}
        own_site = headers.get("sec-fetch-site", "same-origin") in _OWN_SITE
        return own_site and (origin is None or origin in origins)

    def _let_in(self, scope: Scope) -> bool:
        cookie = Request(scope).cookies.get(self.session.cookie, "")
        return _same(cookie, self.session.cookie_key)


@asynccontextmanager
async def sent_form(request: Request) -> AsyncIterator[FormData]:
    """The fields and files of a form of this page; its files are closed in the end.

    Raises HTTPException 403 for a form that does not bear the page's own key, 400 for one that is
    cut short or holds what no page sends.
    """
    async with _form(request) as form:
        session: Session = request.app.state.session
        key = form.get(FORM_KEY, "")
        if not (isinstance(key, str) and _same(key, session.form_key)):
            raise HTTPException(
                HTTPStatus.FORBIDDEN, "Formulir ini bukan dari halaman ini; muat ulang halamannya."
            )
        texts = (text for _, text in form.multi_items() if isinstance(text, str))
        if any(map(_NO_TEXT.search, texts)):
            words = "Formulir ini memuat tanda yang bukan huruf; isilah kembali."
            raise HTTPException(HTTPStatus.BAD_REQUEST, words)
        yield form


@asynccontextmanager
async def _form(request: Request) -> AsyncIterator[FormData]:
    """What a form sent, within its limits. Raises HTTPException 400."""
    sending = request.form(
        max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_LONGEST_FIELD
    )
    try:
        form = await sending
    except HTTPException as problem:
        if problem.status_code != HTTPStatus.BAD_REQUEST:
            raise
        raise HTTPException(
            HTTPStatus.BAD_REQUEST,
            f"Formulir ini terputus, isiannya terlalu panjang, atau isian dan berkasnya terlalu "
            f"banyak (paling banyak {_MOST_FILES} berkas sekaligus); muat ulang halamannya, lalu "
            "kirim kembali.",
        ) from problem
    try:
        yield form
    finally:
        await form.close()


def _same(given: str, right: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), right.encode())


def _refusal(words: str, status: HTTPStatus, headers: Mapping[str, str] | None = None) -> Response:
    return PlainTextResponse(f"{words}\n", status, headers)


def _with_headers(send: Send) -> Callable[[Message], Awaitable[None]]:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        # Whoever broke the rules of HTTP in the meantime was told so, and has no other answer.
        with suppress(LocalProtocolError):
            await send(message)

    return sending
