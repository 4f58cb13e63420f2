"""A PDF of one page with lines of text, as any other program makes one; a scan has none."""

from __future__ import annotations

from io import BytesIO

import pikepdf

_LINE = "BT /F1 12 Tf 40 {height} Td ({words}) Tj ET"


def small_pdf(*lines: str) -> bytes:
    """The PDF; without lines it shows nothing, like the scan of an empty page."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(400, 500))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    drawn = (_LINE.format(height=460 - 20 * n, words=words) for n, words in enumerate(lines))
    page.obj.Contents = document.make_stream("\n".join(drawn).encode())
    stream = BytesIO()
    document.save(stream, deterministic_id=True)
    return stream.getvalue()
