"""Decrees that are signed in every way, and a throw-away certificate to sign them with."""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pikepdf
from asn1crypto import keys, x509
from cryptography import x509 as certificates
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko_certvalidator.registry import SimpleCertificateStore

from tests.cases.meetings import meeting
from tests.cases.plans import decree, plan
from zi_docs.model import Plan, Signing

# Values that no other text of the small plan holds.
FINAL_NUMBER, FINAL_DAY, FINAL_NAME = "4711", "27 Agustus 2026", "Siti Penanda"


def plan_signed_in_every_way() -> Plan:
    """A decree for each kind of signature, its ID the kind in small letters; a meeting called
    through SRIKANDI by the secretary, who has a NIP.
    """
    base = plan()
    ketua = replace(base.officials[0], nama=FINAL_NAME)
    secretary = replace(base.officials[1], nama=FINAL_NAME, nip="197901012005011001")
    call = meeting(
        id="srikandi",
        penanda_tangan="SEK",
        undangan=("KETUA", "KSB"),
        nomor=FINAL_NUMBER,
        tanggal_surat=date(2026, 8, 27),
        tanda_tangan=Signing.SRIKANDI,
    )
    return replace(
        base,
        officials=(ketua, secretary, *base.officials[2:]),
        meetings=(call,),
        decrees=tuple(
            replace(
                decree(),
                id=mode.name.lower(),
                nomor=FINAL_NUMBER,
                tanggal=date(2026, 8, 27),
                tanda_tangan=mode,
            )
            for mode in Signing
        ),
    )


def text_pdf(*pages: str) -> bytes:
    """A PDF with one line of text on each page."""
    document = pikepdf.new()
    font = document.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1,
                           BaseFont=pikepdf.Name.Helvetica)
    )  # fmt: skip
    for text in pages:
        page = document.add_blank_page(page_size=(595, 842))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        line = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode()
        page.obj.Contents = document.make_stream(line)
    buffer = BytesIO()
    document.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def throw_away_signer(
    since: timedelta = timedelta(hours=1), left: timedelta = timedelta(days=1)
) -> SimpleSigner:
    """A signer with a key and a certificate of its own, good since that long and for a day."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = certificates.Name([certificates.NameAttribute(NameOID.COMMON_NAME, "Uji Coba")])
    now = datetime.now(UTC)
    usage = certificates.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=False, crl_sign=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    made = (
        certificates.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(certificates.random_serial_number())
        .not_valid_before(now - since)
        .not_valid_after(now + left)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return SimpleSigner(
        signing_cert=x509.Certificate.load(made.public_bytes(serialization.Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(secret),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )


def signed(pdf: bytes, field: str, signer: SimpleSigner) -> bytes:
    """The PDF signed in its field, as a signing program does it: by an increment."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    made = sign_pdf(writer, PdfSignatureMetadata(field_name=field), signer=signer)
    content: bytes = made.getvalue()
    return content


def heavy_pdf(megabytes: int) -> bytes:
    """A page whose content is so long; the file has a thousandth of it."""
    squeeze = zlib.compressobj(9)
    content = (
        b"".join(squeeze.compress(b" " * 1024 * 1024) for _ in range(megabytes)) + squeeze.flush()
    )
    saved = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.pages[0].Contents = stream = pikepdf.Stream(document, b"")
        stream.write(content, filter=pikepdf.Name.FlateDecode)
        document.save(saved)
    return saved.getvalue()
