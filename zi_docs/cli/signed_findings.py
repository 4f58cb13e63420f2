"""What is told of a signed file: its signatures, and whether it is the paper it should be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from zi_docs.findings import Finding, Place, Severity, error, note, warning
from zi_docs.pdf.returned_fit import Fit, Misfit
from zi_docs.pdf.signature_check import Certificate, Fault, PdfSignature

_ASK = "Mintalah kembali berkas yang utuh dari penanda tangannya."
_KEEP = "Periksalah berkasnya; bila memang itu yang ditandatangani, tambahkan --tetap."


def of_fit(path: Path, fit: Fit, number: str, *, keep: bool) -> Iterator[Finding]:
    """The misfits of a file with the paper of a number: errors, or warnings when it is kept."""
    place = Place(str(path))
    for misfit in fit.misfits:
        finding = _of_misfit(misfit, fit, number, place)
        bare = finding.message.removesuffix(_KEEP).rstrip()
        yield replace(finding, severity=Severity.WARNING, message=bare) if keep else finding
    if not fit.text and not fit.misfits:
        message = (
            "Berkas ini tidak mempunyai teks yang dapat dibaca; hanya banyaknya halaman yang "
            "dibandingkan dengan naskahnya. Periksalah nomor dan judulnya."
        )
        yield note("TTD-TANPA-TEKS", message, place)


def _of_misfit(misfit: Misfit, fit: Fit, number: str, place: Place) -> Finding:
    if misfit is Misfit.BLANK:
        return error("TTD-KOSONG", f"Semua halaman berkas ini kosong. {_KEEP}", place)
    if misfit is Misfit.PAGES:
        fewest, most = fit.extent
        extent = f"{fewest}" if fewest == most else f"{fewest} sampai dengan {most}"
        message = (
            f"Berkas ini mempunyai {fit.pages} halaman, sedangkan naskahnya {extent} halaman. "
            f"{_KEEP}"
        )
        return error("TTD-HALAMAN", message, place)
    if misfit is Misfit.TITLE:
        message = f"Judul naskah tidak ditemukan dalam teks berkas ini. {_KEEP}"
        return error("TTD-JUDUL", message, place)
    if misfit is Misfit.NUMBER:
        message = f"Nomor {number} tidak ditemukan dalam teks berkas ini. {_KEEP}"
        return error("TTD-NOMOR", message, place)
    message = f"Isi berkas ini jauh berbeda dari isi naskah yang dibuat. {_KEEP}"
    return error("TTD-ISI", message, place)


def of_signatures(path: Path, signatures: Sequence[PdfSignature]) -> Iterator[Finding]:
    """What is to be told of the signatures in a file: faults, certificates, additions."""
    place = Place(str(path))
    for signature in signatures:
        name = signature.signer or "yang tidak bernama"
        if signature.fault:
            yield _of_fault(signature.fault, name, place)
            continue
        if signature.certificate is not Certificate.GOOD:
            over = signature.certificate is Certificate.EXPIRED_SINCE
            what = "kini sudah berakhir" if over else "tidak meliputi waktu penandatanganan"
            message = (
                f"Masa berlaku sertifikat {name} {what}; periksalah dengan layanan verifikasi BSrE."
            )
            yield warning("TTD-MASA", message, place)
        if not signature.trusted and not signature.stamp:
            message = (
                f"Sertifikat {name} tidak dapat ditelusuri sampai penerbit yang dikenal komputer "
                "ini; periksalah dengan layanan verifikasi BSrE."
            )
            yield note("TTD-SERTIFIKAT", message, place)
    if signatures and not any(signature.whole for signature in signatures):
        message = "Sesuatu ditambahkan pada berkas ini sesudah tanda tangan terakhir; periksalah."
        yield warning("TTD-TAMBAHAN", message, place)


def _of_fault(fault: Fault, name: str, place: Place) -> Finding:
    """What is to be said of a signature that does not count."""
    if fault is Fault.UNREADABLE:
        message = f"Berkas ini memuat tanda tangan elektronik yang tidak dapat dibaca. {_ASK}"
        return error("TTD-BACA", message, place)
    if fault is Fault.UNKNOWN_KIND:
        message = (
            "Jenis tanda tangan elektronik pada berkas ini tidak dikenal sehingga "
            f"tidak dapat diperiksa. {_ASK}"
        )
        return error("TTD-JENIS", message, place)
    if fault is Fault.UNCOVERED:
        message = (
            f"Tanda tangan elektronik {name} tidak mencakup seluruh isi berkas yang "
            f"ditandatangani. {_ASK}"
        )
        return error("TTD-CAKUPAN", message, place)
    if fault is Fault.ALTERED:
        message = (
            f"Tanda tangan elektronik {name} tidak cocok dengan isi berkas ini: berkas "
            f"berubah sesudah ditandatangani. {_ASK}"
        )
        return error("TTD-RUSAK", message, place)
    if fault is Fault.CHANGED_AFTER:
        message = (
            "Isi berkas ini diubah sesudah ditandatangani secara elektronik oleh "
            f"{name}, misalnya halamannya diganti. {_ASK}"
        )
        return error("TTD-UBAH", message, place)
    message = (
        "Berkas ini pernah ditandatangani secara elektronik, tetapi tanda "
        f"tangannya dicabut kemudian. {_ASK}"
    )
    return error("TTD-CABUT", message, place)
