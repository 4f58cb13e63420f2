"""The papers of a change: what it touches, the amending decree, the matrix before/after."""
