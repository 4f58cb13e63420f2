"""Monitoring as documents: forms, recaps with charts, reports."""
