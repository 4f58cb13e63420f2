"""Picture files as an office has them: turned, huge, transparent, broken, or something else."""

from __future__ import annotations

import random
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.cases.meetings import meeting, year
from tests.cases.plans import office
from zi_docs.findings import has_errors
from zi_docs.model import Office, Origin
from zi_docs.pictures import NoPictureError, PictureFrame, read_logo, read_photo, within
from zi_docs.workbook.reading.picture_files import (
    photo_caption,
    read_photos,
    with_logo,
    with_photos,
)

FRAME = PictureFrame(150, 75)
_ORIENTATION = 0x112


def saved(path: Path, size: tuple[int, int], *, turned: bool = False) -> Path:
    image = Image.new("RGB", size, "white")
    image.paste("red", (0, 0, size[0] // 2, size[1] // 2))
    exif = Image.Exif()
    if turned:
        exif[_ORIENTATION] = 6
    image.save(path, exif=exif)
    return path


def office_with(logo: str) -> Office:
    origin = Origin("zi.xlsx", "Tata Letak", 4, {"logo": "B12"})
    return replace(office(), logo=logo, origin=origin)


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


@pytest.mark.parametrize(
    ("size", "turned", "millimetres"),
    [((4000, 3000), False, (100, 75)), ((4000, 1000), False, (150, 37.5)),
     ((4000, 3000), True, (56.25, 75))],
)  # fmt: skip
def test_a_photo_is_fitted_upright_into_its_frame(
    tmp_path: Path, size: tuple[int, int], turned: bool, millimetres: tuple[float, float]
) -> None:
    photo = read_photo(saved(tmp_path / "a.jpg", size, turned=turned), FRAME)
    assert (photo.width_mm, photo.height_mm) == millimetres
    image = opened(photo.data)
    # 200 dots an inch are enough for paper; the red quarter shows which way is up.
    assert image.width == round(millimetres[0] * 200 / 25.4)
    spot = (image.width - 5, 5) if turned else (5, 5)
    red, green, _ = image.getpixel(spot)  # type: ignore[misc]
    assert red > 200 > 100 > green


@pytest.mark.parametrize("size", [(1, 70_000), (70_000, 1)])
def test_a_line_is_no_picture(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", size).save(path)
    with pytest.raises(NoPictureError, match="terlalu sempit untuk dicetak"):
        read_photo(path, FRAME)
    with pytest.raises(NoPictureError, match="terlalu sempit untuk dicetak"):
        read_logo(path, FRAME, 400)


def test_a_photo_with_any_damage_to_its_exif_is_read_or_refused(tmp_path: Path) -> None:
    """The cases of damage are seeded; some left a `TypeError` or `struct.error` of the parser."""
    path = saved(tmp_path / "a.jpg", (40, 30), turned=True)
    sound, chance = path.read_bytes(), random.Random(1)  # noqa: S311
    outcomes = set()
    for _ in range(500):
        damaged = bytearray(sound)
        for _ in range(chance.randint(1, 6)):
            damaged[chance.randrange(2, 120)] = chance.randrange(256)
        path.write_bytes(damaged)
        try:
            outcomes.add(read_photo(path, FRAME).width_mm)
        except NoPictureError:
            outcomes.add(None)
    # Turned as it should be, not turned, and refused.
    assert {56.25, 100.0, None} <= outcomes


def test_a_picture_of_two_colours_is_read_in_grey(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("1", (400, 200), 1).save(path)
    assert opened(read_photo(path, FRAME).data).getpixel((3, 3)) == (255, 255, 255)


def test_the_same_photo_gives_the_same_bytes(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", (900, 700))
    assert read_photo(path, FRAME) == read_photo(path, FRAME)


def test_a_logo_keeps_its_transparency(tmp_path: Path) -> None:
    Image.new("RGBA", (50, 60), (255, 0, 0, 0)).save(tmp_path / "logo.png")
    logo = read_logo(tmp_path / "logo.png", PictureFrame(60, 28), 484)
    assert opened(logo.data).getpixel((5, 5)) == (255, 0, 0, 0)


@pytest.mark.parametrize(
    ("size", "millimetres"),
    [
        ((500, 500), (22, 22)),
        # Four times as wide as high: not a strip of 22 by 5.5 mm.
        ((1600, 400), (44, 11)),
        ((3000, 250), (60, 5)),
        ((300, 900), (9.33, 28)),
    ],
)
def test_a_logo_is_as_large_whatever_its_shape(
    tmp_path: Path, size: tuple[int, int], millimetres: tuple[float, float]
) -> None:
    saved(tmp_path / "logo.png", size)
    lambang = with_logo(office_with("logo.png"), tmp_path)[0].lambang
    assert lambang is not None
    assert (lambang.width_mm, lambang.height_mm) == millimetres


def test_a_logo_fits_into_the_head_of_a_letter(tmp_path: Path) -> None:
    saved(tmp_path / "logo.png", (1600, 400))
    lambang = with_logo(office_with("logo.png"), tmp_path)[0].lambang
    assert lambang is not None
    small = within(lambang, PictureFrame(22, 24))
    assert (small.width_mm, small.height_mm) == (22, 5.5)
    assert within(small, PictureFrame(22, 24)) == small


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "tidak ada"),
        (b"", "bukan gambar JPEG atau PNG"),
        (b"PK\x03\x04 bukan gambar", "bukan gambar JPEG atau PNG"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "bukan gambar JPEG atau PNG"),
    ],
)
def test_a_file_that_is_no_picture(tmp_path: Path, content: bytes | None, why: str) -> None:
    path = tmp_path / "a.png"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(NoPictureError, match=why):
        read_photo(path, FRAME)


def test_a_picture_cut_short(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", (500, 500))
    path.write_bytes(path.read_bytes()[:-60])
    with pytest.raises(NoPictureError, match="rusak"):
        read_photo(path, FRAME)


def test_a_picture_that_would_fill_the_memory(tmp_path: Path) -> None:
    Image.new("1", (20000, 20000)).save(tmp_path / "a.png")
    with pytest.raises(NoPictureError):
        read_photo(tmp_path / "a.png", FRAME)


@pytest.mark.parametrize(
    ("stem", "words"),
    [
        ("01-sambutan_ketua", "Sambutan ketua"),
        ("peserta rapat", "Peserta rapat"),
        ("IMG_20260415_0930", ""),
        ("WhatsApp Image 2026-04-15 at 09.30", ""),
        ("20260415", ""),
        ("IMG 20260110 WA0000", ""),
        ("IMG-20260110-WA0012", ""),
        ("03-IMG_E1234", ""),
        ("FB_IMG_1768012345", ""),
        ("DSC_0012", ""),
        ("DSCF0012", ""),
        ("PXL_20260110_101112345", ""),
        ("P1010012", ""),
        ("WhatsApp Image 2026-01-10 at 10.11.12 (1)", ""),
        ("Screenshot_20260110-101112_Chrome", ""),
        ("Screen Shot 2026-01-10 at 10.11.12 AM", ""),
        ("Tangkapan layar 2026-01-10", ""),
        ("photo_2026-01-10_10-11-12", ""),
        ("image (3)", ""),
        ("foto 2", ""),
        ("10 Januari 2026", ""),
        ("2026-01-10 10.11.12", ""),
        ("3f2b8c1e-9a77-4d10-8e55-0b1c2d3e4f5a", ""),
        ("Penandatanganan pakta integritas", "Penandatanganan pakta integritas"),
        ("05 Foto bersama", "Foto bersama"),
        ("Paparan KPU Provinsi 2026", "Paparan KPU Provinsi 2026"),
        ("Pimpinan rapat", "Pimpinan rapat"),
        ("Fade", "Fade"),
        ("P3K menerima SK", "P3K menerima SK"),
    ],
)
def test_captions_come_from_file_names(stem: str, words: str) -> None:
    assert photo_caption(stem) == words


def test_a_folder_of_photos_in_the_order_of_their_names(tmp_path: Path) -> None:
    saved(tmp_path / "02-penutup.JPG", (40, 30))
    saved(tmp_path / "01-pembukaan.png", (40, 30))
    (tmp_path / "catatan.txt").write_text("bukan foto")
    (tmp_path / ".DS_Store").write_text("")
    photos, findings = read_photos(tmp_path, FRAME)
    assert [photo.caption for photo in photos] == ["Pembukaan", "Penutup"]
    assert [photo.picture.description for photo in photos] == [
        "Foto: Pembukaan",
        "Foto: Penutup",
    ]
    (finding,) = findings
    assert finding.code == "RAPAT-FOTO"
    assert finding.place.file == str(tmp_path / "catatan.txt")
    assert read_photos(tmp_path / "tiada", FRAME) == ([], [])


def test_the_photos_of_a_meeting_stand_in_the_folder_of_its_id(tmp_path: Path) -> None:
    (tmp_path / "rapat" / "R-02").mkdir(parents=True)
    saved(tmp_path / "rapat" / "R-02" / "01-sambutan.jpg", (40, 30))
    first, second = (meeting(id=key) for key in ("R-01", "R-02"))
    illustrated, findings = with_photos(year(first, second), tmp_path / "zi.xlsx")
    assert findings == []
    assert [[photo.caption for photo in held.photos] for held in illustrated.meetings] == [
        [],
        ["Sambutan"],
    ]


@pytest.mark.parametrize("closed", ["iterdir", "stat"])
def test_photos_behind_a_closed_folder_are_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closed: str
) -> None:
    """One that cannot be listed, and one that can be listed and not entered."""
    folder = tmp_path / "rapat" / "R-01"
    folder.mkdir(parents=True)
    (folder / "foto.jpg").touch()
    plain = getattr(Path, closed)

    def barred(path: Path, **options: bool) -> object:
        if path == (folder if closed == "iterdir" else folder / "foto.jpg"):
            raise PermissionError(13, "Permission denied", str(path))
        return plain(path, **options)

    monkeypatch.setattr(Path, closed, barred)
    _, (finding,) = with_photos(year(meeting()), tmp_path / "zi.xlsx")
    assert (finding.code, finding.place.file) == ("RAPAT-FOTO", str(folder))
    assert "tidak dapat dibaca (izin ditolak)" in finding.message


@pytest.mark.parametrize("name", ["tiada.png", "../logo.png", "rusak.png"])
def test_a_logo_that_cannot_be_shown_is_told_with_its_cell(tmp_path: Path, name: str) -> None:
    (tmp_path / "rusak.png").write_text("rusak")
    found, (finding,) = with_logo(office_with(name), tmp_path)
    assert found.lambang is None
    assert str(finding.place) == "zi.xlsx › Tata Letak!B12"
    assert has_errors([finding])


def test_the_logo_stands_beside_the_workbook(tmp_path: Path) -> None:
    saved(tmp_path / "logo.png", (60, 60))
    found, findings = with_logo(office_with("logo.png"), tmp_path)
    assert findings == []
    assert found.lambang is not None
    assert found.lambang.height_mm == 22


def test_the_photos_of_last_years_meeting_are_not_those_of_this_years(tmp_path: Path) -> None:
    """Both years call their first meeting R-01, and their workbooks stand in one folder."""
    for name, folder in (("lama.jpg", "R-01"), ("baru.jpg", "2026/R-02")):
        (tmp_path / "rapat" / folder).mkdir(parents=True)
        saved(tmp_path / "rapat" / folder / name, (40, 30))
    (tmp_path / "zi-2025.xlsx").touch()
    first, second = (meeting(id=key) for key in ("R-01", "R-02"))
    illustrated, findings = with_photos(year(first, second), tmp_path / "zi-2026.xlsx")
    assert [[p.caption for p in m.photos] for m in illustrated.meetings] == [[], ["Baru"]]
    assert [(f.code, f.place.file) for f in findings] == [
        ("RAPAT-FOTO-LAMA", str(tmp_path / "rapat" / "R-01"))
    ]
    assert str(tmp_path / "rapat" / "2026" / "R-01") in findings[0].message
