"""Plan -> the folders that hold its evidence, and what stands in them against what is claimed."""
