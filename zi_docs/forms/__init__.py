"""Monitoring forms to fill on a screen: out to the working groups, back in, merged."""
