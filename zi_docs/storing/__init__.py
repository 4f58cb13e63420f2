"""Finished files -> the output folder: locked, journalled, recorded; signed papers kept."""
