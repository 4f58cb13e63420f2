"""Indonesian wording of official papers: pure functions from values to words."""
