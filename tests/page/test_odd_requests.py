"""Requests that no browser of the office makes: refused in words, and the page goes on."""

from __future__ import annotations

import socket
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import pytest

from tests.page.conftest import Dashboard, office, serving
from tests.page.test_admission import FORM, Answer, ask, form_key

# Letters of addresses and names, in what a request line and a field may hold.
LONG = "9" * 5000


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    folder = office(tmp_path_factory.mktemp("aneh") / "kantor")
    (folder / "output" / "2026" / "dosir" / "dosir-1").mkdir(parents=True)
    secret = folder / "rahasia.txt"
    secret.write_text("rahasia")
    (folder / "output" / "2026" / "dosir" / "dosir-1" / "tautan.zip").symlink_to(secret)
    with serving(folder) as dashboard:
        yield dashboard


@pytest.fixture(scope="module")
def cookie(served: Dashboard) -> str:
    answer = ask(served, served.entry.removeprefix(served.base))
    return answer.headers["Set-Cookie"].partition(";")[0]


@pytest.fixture(scope="module")
def key(served: Dashboard, cookie: str) -> str:
    return form_key(served, cookie)


def raw(served: Dashboard, request: bytes) -> bytes:
    """What comes back for these bytes, until the server parts or has nothing to say."""
    place = urlsplit(served.base)
    with closing(socket.create_connection((place.hostname or "", place.port or 0), 20)) as line:
        line.sendall(request)
        line.settimeout(0.5)
        answer = b""
        try:
            while chunk := line.recv(65536):
                answer += chunk
        except TimeoutError:
            pass
        return answer


def head(served: Dashboard, cookie: str, line: str, *more: str) -> bytes:
    place = urlsplit(served.base)
    lines = (line, f"Host: {place.netloc}", f"Cookie: {cookie}", *more, "", "")
    return "\r\n".join(lines).encode("latin-1")


def is_told(answer: Answer, status: int, words: str = "") -> None:
    """A refusal in Indonesian, under the headers that every answer has."""
    assert (answer.status, words in answer.text) == (status, True), (answer.status, answer.text)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "host",
    ["localhost.jahat.example:{port}", "127.0.0.1:1", "127.0.0.1.:{port}", "localhost.:{port}",
     "[::1]:{port}", "0.0.0.0:{port}", "127.1:{port}", "2130706433:{port}", "",
     "jahat@127.0.0.1:{port}",
     "127.0.0.1:{port}, jahat.example"],
)  # fmt: skip
def test_another_name_of_this_computer_is_not_the_pages(
    served: Dashboard, cookie: str, host: str
) -> None:
    named = host.format(port=urlsplit(served.base).port)
    is_told(ask(served, "/", Cookie=cookie, Host=named), 421, "bukan alamat halaman")


@pytest.mark.parametrize("second", ["jahat.example", "localhost:1"])
def test_two_hosts_are_none(served: Dashboard, cookie: str, second: str) -> None:
    request = head(served, cookie, "GET / HTTP/1.1", f"Host: {second}")
    assert raw(served, request).startswith(b"HTTP/1.1 4")


@pytest.mark.parametrize(
    ("method", "status"),
    [("OPTIONS", 405), ("TRACE", 405), ("PUT", 405), ("DELETE", 405), ("PATCH", 405),
     ("CONNECT", 405), ("POST", 405), ("ANEH", 405)],
)  # fmt: skip
def test_other_methods_do_nothing(served: Dashboard, cookie: str, method: str, status: int) -> None:
    answer = ask(served, "/temuan", method, Cookie=cookie)
    is_told(answer, status)
    assert "Permintaan ini tidak dikenal" in answer.text


@pytest.mark.parametrize("name", ["X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method"])
def test_a_method_is_not_overridden(served: Dashboard, cookie: str, name: str) -> None:
    answer = ask(served, "/temuan/salinan", Cookie=cookie, **{name: "POST"})
    is_told(answer, 405)
    assert ask(served, "/temuan?_method=DELETE", Cookie=cookie).status == 200


def test_head_gives_no_more_than_get(served: Dashboard, cookie: str) -> None:
    is_told(ask(served, "/temuan", "HEAD", Cookie=cookie), 200)
    entry = served.entry.removeprefix(served.base)
    is_told(ask(served, entry, "HEAD"), 403)


@pytest.mark.parametrize(
    "path",
    [
        "/berkas-halaman/..%2fadmission.py",
        "/berkas-halaman/%2e%2e%2fadmission.py",
        "/berkas-halaman/%252e%252e%252fadmission.py",
        "/berkas-halaman/..%5cadmission.py",
        "/berkas-halaman/%2fetc%2fpasswd",
        "/berkas-halaman//etc/passwd",
        "/berkas-halaman/zi.css%00.png",
        "/dosir/dosir-1/..%2f..%2f..%2f..%2frahasia.txt",
        "/dosir/..%2f../rahasia.txt",
        "/dosir/dosir-1/tautan.zip",
        "/dosir/dosir-1%00/tautan.zip",
        "/naskah/lihat?nama=..%2f..%2frahasia.txt",
        "/naskah/berkas?nama=keputusan%00&jenis=txt",
        f"/naskah/kerja/{LONG}",
        f"/bulan/{LONG}",
        f"/naskah/gambar?nama=x&halaman={LONG}",
        "/%ff%fe",
        "/bukti%0d%0aX-Evil:1",
        "//jahat.example/",
        "/naskah/../temuan/..;/x",
    ],
)
def test_no_address_leads_out(served: Dashboard, cookie: str, path: str) -> None:
    answer = ask(served, path, Cookie=cookie)
    assert answer.status in (404, 414), (answer.status, answer.text[:300])
    is_told(answer, answer.status)
    assert "rahasia" not in answer.text
    assert "X-Evil" not in answer.headers


def test_what_listens_for_other_protocols_is_refused(served: Dashboard, cookie: str) -> None:
    request = head(
        served, cookie, "GET /peristiwa HTTP/1.1", "Upgrade: websocket", "Connection: Upgrade",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13",
        "Origin: http://jahat.example",
    )  # fmt: skip
    assert b"101 Switching" not in raw(served, request)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ([(f"x{n}", "1") for n in range(10_000)], "terlalu banyak"),
        ([("semua", "x" * 2_000_000)], "terlalu panjang"),
        ([("naskah", "a\0b")], "tanda yang bukan huruf"),
    ],
)  # fmt: skip
def test_a_form_that_no_page_has_is_refused(
    served: Dashboard, cookie: str, key: str, body: list[tuple[str, str]], words: str
) -> None:
    sent = urlencode([("kunci", key), *body])
    answer = ask(served, "/naskah/buat", "POST", sent, Cookie=cookie, Content_Type=FORM)
    is_told(answer, 400, words)
    assert not (served.year / "keputusan").exists()


@pytest.mark.parametrize("length", ["-1", "1e3", "9" * 30, "0x10", "1, 2", "²"])
def test_a_length_that_is_none_is_refused(served: Dashboard, cookie: str, length: str) -> None:
    request = head(
        served, cookie, "POST /masukan/formulir HTTP/1.1", f"Content-Length: {length}",
        "Content-Type: multipart/form-data; boundary=b",
    )  # fmt: skip
    assert raw(served, request + b"x").split(b" ")[1] in (b"400", b"413")


# What becomes of names is told by `file_names`; here, that it is what names what was sent.
NAMES = {
    "../../x.xlsx": "x.xlsx",
    "C:\\\\x.xlsx": "x.xlsx",
    "<script>alert(1).xlsx": "script-alert(1).xlsx",
}


def test_a_file_may_be_called_anything(served: Dashboard, cookie: str, key: str) -> None:
    before = sorted(map(str, served.folder.rglob("*")))
    answer = post_bytes(served, cookie, "/masukan/formulir", multipart(NAMES, key))
    is_told(answer, 422, "Belum berhasil")
    for shown in NAMES.values():
        assert f">{shown}<" in answer.text or f"{shown}</" in answer.text, shown
    assert "<script>alert" not in answer.text
    assert sorted(map(str, served.folder.rglob("*"))) == before


def multipart(names: Iterable[str], key: str) -> bytes:
    """A form with its key and a file of each name."""
    parts = [f'--b\r\nContent-Disposition: form-data; name="kunci"\r\n\r\n{key}\r\n']
    parts += [
        f'--b\r\nContent-Disposition: form-data; name="berkas"; filename="{name}"\r\n\r\nx\r\n'
        for name in names
    ]
    return ("".join(parts) + "--b--\r\n").encode()


def post_bytes(served: Dashboard, cookie: str, path: str, body: bytes) -> Answer:
    headers = {"Content_Type": "multipart/form-data; boundary=b"}
    return ask(served, path, "POST", body, Cookie=cookie, **headers)


@pytest.mark.parametrize(
    "body",
    [b"", b"--b\r\n", b"x" * 1000, b"--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--"],
)
def test_a_form_cut_short_is_told(served: Dashboard, cookie: str, body: bytes) -> None:
    answer = post_bytes(served, cookie, "/masukan/formulir", body)
    assert answer.status in (400, 403)
    is_told(answer, answer.status, "Formulir")


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/temuan/terima", {"kode": "\0", "sel": "\0", "alasan": "x"}),
        ("/bukti/" + quote("RA-001\0"), {}),
        ("/buku-kerja/mulai", {"instansi": "\ud800", "tahun": "٢٠٢٧"}),
        ("/impor/tulis", {"tabel": "../..", "tahun": "٢٠٢٧"}),
        ("/nilai/tambah", {"butir": "x" * 60_000}),
    ],
)
def test_odd_fields_end_in_words(
    served: Dashboard, cookie: str, key: str, path: str, fields: dict[str, str]
) -> None:
    sent = urlencode({"kunci": key, **fields}, errors="surrogatepass")
    answer = ask(served, path, "POST", sent, Cookie=cookie, Content_Type=FORM)
    assert answer.status < 500, answer.text
    assert "kesalahan program" not in answer.text


def test_the_page_still_answers(served: Dashboard, cookie: str) -> None:
    """After all of the above, and nothing was written beside what the office has."""
    assert ask(served, "/", Cookie=cookie).status == 200
    assert sorted(path.name for path in served.folder.iterdir()) == [
        "output", "rahasia.txt", "source",
    ]  # fmt: skip
    assert Path(served.source).is_file()
