"""Names of offices, posts and people as headings and signature blocks write them."""

from zi_docs.model import Office, Official, Voice


def decree_heading(office: Office, signer: Official) -> tuple[str, str]:
    """The two lines that name a decree; the signer decides them (NASKAH section 1).

    `KEPUTUSAN` and `lembaga` for an official who decrees in the office's name, the post between
    them for one who decrees by the post; then the region.
    """
    post = "" if signer.atas_nama is Voice.OFFICE else f"{signer.jabatan} "
    return f"KEPUTUSAN {post}{office.lembaga}".upper(), office.region.upper()


def decree_author(office: Office, signer: Official) -> str:
    """Who decrees, in running text: the office, or a post of it."""
    return office.name if signer.atas_nama is Voice.OFFICE else f"{signer.jabatan} {office.name}"


def post_of(office: Office, official: Official) -> str:
    """A post with the office's full name behind it."""
    return f"{official.jabatan} {office.name}"


def post_lines(office: Office, official: Official, *, capitals: bool = True) -> tuple[str, str]:
    """A signer's post over two lines, closed by a comma; in capitals, as decrees have it."""
    post, region = f"{official.jabatan} {office.lembaga}", f"{office.region},"
    return (post.upper(), region.upper()) if capitals else (post, region)
