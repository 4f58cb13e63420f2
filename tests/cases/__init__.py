"""Readable inputs that several tests share."""
