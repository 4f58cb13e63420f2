"""Many requests at once, and those that never end, while a verb runs: the page still answers.

`make test` sends a few of each, `make test-tahan` the hundreds.
"""

from __future__ import annotations

import os
import socket
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import psutil
import pytest

from tests.page.conftest import Dashboard, office, serving
from tests.page.test_admission import FORM, Answer, ask, form_key
from tools.resilience.originals import quick_office

WHOLE = bool(os.environ.get("ZI_UJI_TAHAN"))
AT_ONCE, SLOW, SAME = (200, 50, 20) if WHOLE else (40, 10, 20)
PATHS = ("/", "/temuan", "/naskah", "/masukan", "/bukti", "/nilai", "/berkas-halaman/zi.css")
MOST_MEGABYTES, MOST_THREADS = 120, 60
"""By how much the server may grow, and how many threads it may have."""
ANSWER_SECONDS = 20


@dataclass(frozen=True)
class Served:
    """A page with its process, its folder of temporary files, and what lets in."""

    page: Dashboard
    process: psutil.Process
    temporary: Path
    cookie: str
    key: str

    def get(self, path: str) -> Answer:
        return ask(self.page, path, Cookie=self.cookie)

    def post(self, path: str, *fields: tuple[str, str]) -> Answer:
        sent = urlencode([("kunci", self.key), *fields])
        return ask(self.page, path, "POST", sent, Cookie=self.cookie, Content_Type=FORM)

    def opened(self, *headers: str, line: str = "GET / HTTP/1.1") -> socket.socket:
        """A connection on which a request was begun; its head is not ended."""
        place = urlsplit(self.page.base)
        connection = socket.create_connection((place.hostname or "", place.port or 0), 20)
        lines = (line, f"Host: {place.netloc}", f"Cookie: {self.cookie}", *headers)
        connection.sendall("".join(f"{each}\r\n" for each in lines).encode())
        return connection

    @property
    def megabytes(self) -> float:
        return self.process.memory_info().rss / 2**20

    @property
    def left(self) -> list[str]:
        """Temporary files, but the folder in which tables to import wait."""
        return sorted(p.name for p in self.temporary.iterdir() if "zi-impor-" not in p.name)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder, temporary = office(tmp_path_factory.mktemp("ramai") / "kantor"), None
    temporary = tmp_path_factory.mktemp("sementara")
    program = quick_office(tmp_path_factory.mktemp("palsu") / "kantor-palsu")
    with pytest.MonkeyPatch.context() as patch, ExitStack() as stack:
        patch.setenv("TMPDIR", str(temporary))
        patch.setenv("ZI_SOFFICE", str(program))
        dashboard = stack.enter_context(serving(folder))
        entry = ask(dashboard, dashboard.entry.removeprefix(dashboard.base))
        cookie = entry.headers["Set-Cookie"].partition(";")[0]
        (process,) = (child for child in psutil.Process().children() if child.cwd() == str(folder))
        yield Served(dashboard, process, temporary, cookie, form_key(dashboard, cookie))
        stack.close()
        assert list(temporary.iterdir()) == []


def at_once(calls: Sequence[Callable[[], Answer]]) -> list[Answer]:
    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(lambda call: call(), calls))


def until(holds: Callable[[], bool], seconds: float = 60) -> None:
    """Wait for it, and fail when it does not come."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.1)


def idle(served: Served) -> None:
    """Wait until no verb runs and nothing of one is left."""
    until(lambda: not served.process.children(recursive=True))
    until(lambda: served.left == [])


def test_a_verb_that_is_asked_for_twenty_times_at_once_runs_once(served: Served) -> None:
    chosen = ("naskah", "keputusan/renaksi-asli")
    answers = at_once([lambda: served.post("/naskah/buat", chosen)] * SAME)
    begun = Counter(answer.status for answer in answers)
    # Whoever comes when the first has ended begins another.
    assert begun[303] >= 1
    assert begun[303] + begun[409] == SAME
    refused = next(answer for answer in answers if answer.status == 409)
    assert "masih berjalan" in refused.text
    idle(served)
    jobs = [served.get(f"/naskah/kerja/{number}").status for number in range(1, begun[303] + 2)]
    assert jobs == [200] * begun[303] + [404]
    assert (served.page.year / "keputusan" / "renaksi-asli.docx").is_file()


def test_verbs_that_answer_a_form_take_turns(served: Served) -> None:
    most = 0
    with ThreadPoolExecutor(6) as pool:
        asked = [pool.submit(served.post, "/temuan/salinan") for _ in range(3 if WHOLE else 2)]
        while not all(each.done() for each in asked):
            most = max(most, len(served.process.children()))
            time.sleep(0.02)
    assert [each.result().status for each in asked] == [200] * len(asked)
    assert most == 1
    idle(served)


def test_hundreds_at_once_and_slow_ones_while_papers_are_made(served: Served) -> None:
    served.get("/naskah")
    before, files = served.megabytes, served.process.num_fds()
    with ExitStack() as stack:
        for _ in range(SLOW):
            stack.enter_context(served.opened())
        upload = "POST /masukan/formulir HTTP/1.1"
        form = ("Content-Type: multipart/form-data; boundary=b", "Content-Length: 100000000", "")
        for _ in range(SLOW):
            stack.enter_context(served.opened(*form, line=upload)).sendall(b"--b\r\n")
        made = served.post(
            "/naskah/buat", ("semua", "ya") if WHOLE else ("naskah", "rapat/R-01/undangan")
        )
        assert made.status == 303
        start = time.monotonic()
        calls = [lambda n=n: served.get(PATHS[n % len(PATHS)]) for n in range(AT_ONCE)]
        answers = at_once(calls)
        assert {answer.status for answer in answers} == {200}
        one = time.monotonic()
        assert served.get("/").status == 200
        assert time.monotonic() - one < ANSWER_SECONDS
        assert one - start < ANSWER_SECONDS * AT_ONCE / 40
        assert served.process.num_threads() <= MOST_THREADS
        served.post("/naskah/batal")
    idle(served)
    until(lambda: served.process.num_fds() <= files + 5)
    assert served.megabytes - before < MOST_MEGABYTES


def begun_form(served: Served, *headers: str) -> socket.socket:
    """A connection on which a form is being sent; its key and the beginning of a file are there."""
    line = "POST /masukan/formulir HTTP/1.1"
    form = ("Content-Type: multipart/form-data; boundary=b", *headers, "")
    connection = served.opened(*form, line=line)
    part = '--b\r\nContent-Disposition: form-data; name="{}"\r\n\r\n'
    connection.sendall(f"{part.format('kunci')}{served.key}\r\n".encode())
    connection.sendall(part.format('berkas"; filename="x.xlsx').encode())
    return connection


def test_a_form_without_a_length_is_refused_at_once(served: Served) -> None:
    """A browser says how much it sends; in pieces it could be without end."""
    sent, answer, piece = 0, b"", b"x" * 0x100000
    form = ("Transfer-Encoding: chunked", "")
    line = "POST /masukan/formulir HTTP/1.1"
    with served.opened(*form, line=line) as connection, suppress(ConnectionError):
        answer = connection.recv(65536)
        while sent < 50:
            connection.sendall(b"100000\r\n" + piece + b"\r\n")
            sent += 1
    assert answer.startswith(b"HTTP/1.1 411")
    assert sent < 50


@pytest.mark.skipif(not WHOLE, reason="sends two hundred megabytes")
def test_the_largest_form_is_laid_on_the_disk_not_into_memory(served: Served) -> None:
    before, most = served.megabytes, 0.0
    with begun_form(served, f"Content-Length: {190 * 2**20}") as connection:
        for _ in range(180):
            connection.sendall(b"x" * 0x100000)
            most = max(most, served.megabytes)
    assert most - before < MOST_MEGABYTES
    idle(served)


def test_who_leaves_in_the_middle_of_a_form_leaves_nothing(served: Served) -> None:
    for _ in range(5):
        with begun_form(served, "Content-Length: 100000000") as connection:
            connection.sendall(b"x" * 0x300000)
    idle(served)
    assert served.get("/").status == 200


@pytest.mark.skipif(not WHOLE, reason="waits as long as the server does")
def test_connections_that_say_nothing_more_are_parted_from(served: Served) -> None:
    with ExitStack() as stack:
        slow = [stack.enter_context(served.opened()) for _ in range(SLOW)]
        for each in slow:
            each.settimeout(15)
        assert [each.recv(1) for each in slow] == [b""] * SLOW
