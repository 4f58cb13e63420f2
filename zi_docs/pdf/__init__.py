"""DOCX -> PDF -> bundle -> room to sign: LibreOffice, normal form, joining, signatures."""
