"""The papers: choose, make, watch, look at their pages, take them along."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from zi_docs.pdf.page_pictures import page_count, page_picture
from zi_docs.product import Family, Topic
from zi_docs.status.signing_stages import SigningStage, StagedPaper
from zi_docs.text import whole_number
from zi_docs.web.admission import sent_form
from zi_docs.web.downloads import content_answer, file_answer, zipped
from zi_docs.web.layout import back_to, page, year_page_or_reasons
from zi_docs.web.year_view import YearView

_PICTURE_WIDTH = 1000
_MESSAGES = {
    "pilih": "Pilihlah sedikitnya satu naskah.",
    "belum": "Belum ada berkas untuk diunduh; buatlah naskahnya lebih dahulu.",
}


@dataclass(frozen=True)
class TopicPapers:
    """What papers are about, with its papers and why there are none."""

    topic: Topic
    papers: tuple[StagedPaper, ...]

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"{self.topic.about.family.verb}-{self.topic.about.id}"

    @property
    def usual(self) -> list[StagedPaper]:
        """The papers that a year brings by itself, and those that were asked for before."""
        return [paper for paper in self.papers if not _waits_for_a_request(paper)]

    @property
    def on_request(self) -> list[StagedPaper]:
        """The papers that nobody asked for yet, such as an invitation for each person."""
        return [paper for paper in self.papers if _waits_for_a_request(paper)]

    @property
    def stages(self) -> list[tuple[SigningStage, int]]:
        """How many papers stand how; those that nobody asked for are not counted."""
        stages = [paper.stage for paper in self.usual]
        return [(stage, stages.count(stage)) for stage in SigningStage if stage in stages]


def _waits_for_a_request(paper: StagedPaper) -> bool:
    return paper.product.on_request and paper.stage is SigningStage.EMPTY


def _papers(request: Request) -> Response:
    view = request.app.state.reader.view()
    if (reasons := year_page_or_reasons(request, view)) is not None:
        return reasons
    message = _MESSAGES.get(request.query_params.get("pesan", ""), "")
    context = {
        "groups": _groups(view),
        "year": view.plan.office.tahun,
        "message": message,
        "titles": view.titles,
    }
    return page(request, "papers.html", context)


def _groups(view: YearView) -> list[tuple[Family, list[TopicPapers]]]:
    """The papers of the year by what verb makes them, then by what they are about."""
    by_topic: dict[tuple[Family, str], list[StagedPaper]] = {}
    for standing in view.papers.values():
        about = standing.product.about
        # A sheet that only a bundle holds is not made for itself.
        if standing.product.targets:
            by_topic.setdefault((about.family, about.id), []).append(standing)
    listed = [
        TopicPapers(topic, tuple(by_topic.pop((topic.about.family, topic.about.id), ())))
        for topic in view.catalog.topics
    ]
    groups: dict[Family, list[TopicPapers]] = {}
    for each in listed:
        groups.setdefault(each.topic.about.family, []).append(each)
    return list(groups.items())


async def _make(request: Request) -> Response:
    """Start making what was chosen; all that is stale of the year where nothing was."""
    async with sent_form(request) as form:
        names = [name for name in form.getlist("naskah") if isinstance(name, str)]
        every = "semua" in form
    if not names and not every:
        return back_to("/naskah", pesan="pilih")
    chosen = [] if every else [word for name in names for word in ("--naskah", name)]
    title = "Membuat semua naskah" if every else f"Membuat {len(names)} naskah"
    view = await asyncio.to_thread(request.app.state.reader.view)
    job = request.app.state.runner.start(title, ["semua", *chosen], view)
    return back_to(f"/naskah/kerja/{job.number}")


async def _cancel(request: Request) -> Response:
    async with sent_form(request):
        await asyncio.to_thread(request.app.state.runner.cancel)
    job = request.app.state.runner.current()
    return back_to(f"/naskah/kerja/{job.number}" if job else "/naskah")


def _job(request: Request) -> Response:
    job = request.app.state.runner.job(request.path_params["number"])
    if job is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    view = request.app.state.reader.view()
    # It may end while this page is made: the page shows it as it stood at one moment.
    job = replace(job)
    files = {path.resolve() for path in job.files}
    standings = view.papers.values() if isinstance(view, YearView) else ()
    papers = [each for each in standings if files & {path.resolve() for path in each.files}]
    return page(request, "job.html", {"shown": job, "papers": papers})


def _look(request: Request) -> Response:
    """The pages of a paper as pictures, with its files to take along."""
    view, standing = _asked_paper(request)
    pdf = _pdf_of(standing)
    pages = _pages(pdf)
    # Papers are made from it again when they change, so pictures of former pages have other names.
    version = str(pdf.stat().st_mtime_ns) if pdf is not None else ""
    context = {
        "standing": standing,
        "pages": range(1, pages + 1),
        "name": quote(standing.product.name),
        "version": version,
        "folder": view.folder,
    }
    return page(request, "paper.html", context)


def _picture(request: Request) -> Response:
    _, standing = _asked_paper(request)
    number = whole_number(request.query_params.get("halaman", "1"))
    pdf = _pdf_of(standing)
    if pdf is None or number is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    # A file that somebody altered may be no PDF any more.
    with suppress(ValueError):
        picture = page_picture(pdf.read_bytes(), number, _PICTURE_WIDTH)
        if picture is not None:
            return Response(picture, media_type="image/png")
    raise HTTPException(HTTPStatus.NOT_FOUND)


def _file(request: Request) -> Response:
    """A file of a paper, to keep or print."""
    view, standing = _asked_paper(request)
    suffix = request.query_params.get("jenis", "")
    path = next((path for path in standing.files if path.suffix == f".{suffix}"), None)
    if path is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return file_answer(path, view.folder)


async def _archive(request: Request) -> Response:
    """The files of the chosen papers, of all that stand there where none was chosen, as ZIP."""
    async with sent_form(request) as form:
        names = {name for name in form.getlist("naskah") if isinstance(name, str)}
    view = await asyncio.to_thread(request.app.state.reader.view)
    if (reasons := year_page_or_reasons(request, view)) is not None:
        return reasons
    papers = [paper for name, paper in view.papers.items() if name in names or not names]
    files = [path for paper in papers for path in paper.files]
    if not files:
        return back_to("/naskah", pesan="belum")
    year = view.plan.office.tahun
    content = await asyncio.to_thread(zipped, files, view.folder, year)
    return content_answer(content, f"naskah-zi-{year}.zip", "application/zip")


def _asked_paper(request: Request) -> tuple[YearView, StagedPaper]:
    """The paper that an address names. Raises HTTPException 404 for one that is not there."""
    view = request.app.state.reader.view()
    papers: Mapping[str, StagedPaper] = view.papers if isinstance(view, YearView) else {}
    standing = papers.get(request.query_params.get("nama", ""))
    if standing is None or not isinstance(view, YearView):
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return view, standing


def _pages(pdf: Path | None) -> int:
    """How many pages there are to look at; none of a file that is no PDF any more."""
    if pdf is not None:
        with suppress(ValueError):
            return page_count(pdf.read_bytes())
    return 0


def _pdf_of(standing: StagedPaper) -> Path | None:
    return next((path for path in standing.files if path.suffix == ".pdf"), None)


ROUTES = [
    Route("/naskah", _papers),
    Route("/naskah/buat", _make, methods=["POST"]),
    Route("/naskah/batal", _cancel, methods=["POST"]),
    Route("/naskah/kerja/{number:int}", _job),
    Route("/naskah/lihat", _look),
    Route("/naskah/gambar", _picture),
    Route("/naskah/berkas", _file),
    Route("/naskah/zip", _archive, methods=["POST"]),
]
