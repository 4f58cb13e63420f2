"""One workbook in, every paper of a Zona Integritas year out."""

__version__ = "0.1.0"
