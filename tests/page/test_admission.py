"""Nobody but this computer's own browser, let in by its address, gets an answer."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from tests.page.conftest import Dashboard, office, serving

FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    with serving(office(tmp_path_factory.mktemp("jaga") / "kantor")) as dashboard:
        yield dashboard


@pytest.fixture(scope="module")
def cookie(served: Dashboard) -> str:
    """What the browser keeps that came by the address."""
    answer = ask(served, served.entry.removeprefix(served.base))
    assert answer.status == 303
    given = answer.headers["Set-Cookie"]
    assert "HttpOnly" in given
    assert "SameSite=strict" in given
    return given.partition(";")[0]


@dataclass(frozen=True)
class Answer:
    status: int
    text: str
    headers: Message


def ask(
    served: Dashboard, path: str, method: str = "GET", body: str | bytes = "", **headers: str
) -> Answer:
    """What a program that is no browser gets; paths and headers are sent as they are given."""
    place = urlsplit(served.base)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with closing(http.client.HTTPConnection(place.hostname or "", place.port, timeout=20)) as line:
        line.request(method, path, body, named)
        with line.getresponse() as answer:
            endless = path == "/peristiwa" and answer.status == 200
            content = b"" if endless else answer.read()
            return Answer(answer.status, content.decode(errors="replace"), answer.headers)


def form_key(served: Dashboard, cookie: str) -> str:
    """The key that the page itself lays into its forms."""
    text = ask(served, "/temuan", Cookie=cookie).text
    return text.partition('name="kunci" value="')[2].partition('"')[0]


def test_the_address_lets_in_once(served: Dashboard, cookie: str) -> None:
    again = ask(served, served.entry.removeprefix(served.base))
    assert again.status == 403
    assert "sudah pernah dipakai" in again.text
    assert ask(served, "/", Cookie=cookie).status == 200


@pytest.mark.parametrize(
    "path", ["/", "/temuan", "/naskah", "/peristiwa", "/berkas-halaman/zi.css"]
)
def test_without_its_cookie_there_is_no_page(served: Dashboard, path: str) -> None:
    answer = ask(served, path)
    assert answer.status == 403
    assert "hanya terbuka dari alamat yang dicetak" in answer.text


def test_a_wrong_cookie_is_none(served: Dashboard, cookie: str) -> None:
    name = cookie.partition("=")[0]
    assert ask(served, "/", Cookie=f"{name}=salah").status == 403


@pytest.mark.parametrize(
    "host", ["jahat.example", "127.0.0.1", "localhost:1", "127.0.0.1.jahat:80"]
)
def test_a_foreign_host_is_refused(served: Dashboard, cookie: str, host: str) -> None:
    """A name of another site that was made to point here is not this page's name."""
    assert ask(served, "/", Cookie=cookie, Host=host).status == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://jahat.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_a_form_from_another_origin_is_refused(
    served: Dashboard, cookie: str, headers: dict[str, str]
) -> None:
    body = urlencode({"kunci": form_key(served, cookie), "semua": "ya"})
    answer = ask(served, "/naskah/buat", "POST", body, Cookie=cookie, Content_Type=FORM, **headers)
    assert answer.status == 403
    assert not served.year.exists()


@pytest.mark.parametrize("key", [{}, {"kunci": ""}, {"kunci": "salah"}])
def test_a_form_without_the_pages_key_is_refused(
    served: Dashboard, cookie: str, key: dict[str, str]
) -> None:
    body = urlencode({**key, "semua": "ya"})
    answer = ask(served, "/naskah/buat", "POST", body, Cookie=cookie, Content_Type=FORM)
    assert answer.status == 403
    assert "bukan dari halaman ini" in answer.text
    assert not served.year.exists()


def test_reading_changes_nothing(served: Dashboard, cookie: str) -> None:
    for path in ("/naskah/buat", "/naskah/batal", "/temuan/salinan", "/masukan/formulir"):
        assert ask(served, path, Cookie=cookie).status == 405


@pytest.mark.parametrize(
    "path",
    [
        "/berkas-halaman/../guard.py",
        "/berkas-halaman/%2e%2e/guard.py",
        "/naskah/berkas?nama=../../source/zi-2026&jenis=xlsx",
        "/naskah/lihat?nama=/etc/passwd",
        "/naskah/gambar?nama=keputusan/renaksi-asli&halaman=999999999",
        "/naskah/gambar?nama=keputusan/renaksi-asli&halaman=x",
        "/naskah/kerja/7",
        "/bulan/13",
    ],
)
def test_an_address_leads_nowhere_else(served: Dashboard, cookie: str, path: str) -> None:
    assert ask(served, path, Cookie=cookie).status == 404


def test_every_answer_forbids_what_comes_from_elsewhere(served: Dashboard, cookie: str) -> None:
    for path, given in (("/", cookie), ("/", ""), ("/berkas-halaman/zi.js", cookie)):
        headers = ask(served, path, Cookie=given).headers
        assert headers["Content-Security-Policy"].startswith(
            "default-src 'none'; script-src 'self'"
        )
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "same-origin"
        assert "server" not in headers


def test_what_is_too_large_is_refused_before_it_is_kept(served: Dashboard, cookie: str) -> None:
    answer = ask(
        served, "/masukan/formulir", "POST", "x",
        Cookie=cookie, Content_Type="multipart/form-data; boundary=b",
        Content_Length=str(10**12),
    )  # fmt: skip
    assert answer.status == 413
    assert "terlalu besar" in answer.text


def test_it_listens_on_this_computer_alone(served: Dashboard) -> None:
    port = urlsplit(served.base).port
    listening = {
        line.split()[1]
        for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
        if line.split()[1].endswith(f":{port:04X}") and line.split()[3] == "0A"
    }
    assert listening == {f"0100007F:{port:04X}"}
