"""`python -m tools.guide_pictures`: the pictures of docs/panduan.md, from the page itself.

All show an office of made-up people on one day, so that they change when the page does, and only
then; but for `membuat`, which shows papers being made, and with them how long that took.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize

from tools.guide_pictures.example_office import DAY, example_office
from tools.guide_pictures.picture_file import clip_around, save_small
from tools.guide_pictures.scenes import SCENES, Scene, Stage, beginning
from tools.guide_pictures.served_page import chromium, served_page

ROOT = Path(__file__).parents[2]
_WAIT_MILLISECONDS = 120_000
_WINDOW: ViewportSize = {"width": 1280, "height": 800}


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser("guide_pictures", description=__doc__)
    parser.add_argument("--ke", type=Path, default=ROOT / "docs" / "img" / "panduan",
                        help="the folder of the pictures")  # fmt: skip
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> None:
    """Take all pictures: of an office in July, and of one that begins."""
    target = options(arguments).ke.resolve()
    target.mkdir(parents=True, exist_ok=True)
    with chromium() as browser, tempfile.TemporaryDirectory(prefix="panduan-") as scratch:
        office, new = Path(scratch) / "kantor", Path(scratch) / "baru"
        office.mkdir()
        new.mkdir()
        example_office(office)
        _take(browser, office, _WINDOW, SCENES, target)
        _take(browser, new, _WINDOW, {"mulai": beginning}, target)


def _take(
    browser: Browser, office: Path, window: ViewportSize, scenes: Mapping[str, Scene], target: Path
) -> None:
    """Serve the page of an office, and take these scenes of it."""
    with _inside(office), served_page(Path("source/zi-2026.xlsx"), DAY) as entry:
        page = browser.new_page(viewport=window, locale="id-ID")
        page.set_default_timeout(_WAIT_MILLISECONDS)
        page.goto(entry)
        stage = Stage(page, entry.partition("/masuk")[0], office, office.parent)
        for name, scene in scenes.items():
            clip = clip_around(page, scene(stage), window["height"])
            path = target / f"{name}.png"
            save_small(page.screenshot(clip=clip, full_page=False), path)
            sys.stdout.write(f"{path} {path.stat().st_size // 1024} KB\n")
        page.close()


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    """Work in a folder, as staff do: the page then names files from there on."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


if __name__ == "__main__":
    main()
