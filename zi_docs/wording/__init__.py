"""Values -> the Indonesian wording of official papers. Pure functions."""
