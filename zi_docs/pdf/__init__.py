"""DOCX -> PDF -> bundle -> PDF ready to sign: LibreOffice, normal form, joining, signatures."""
