"""Products -> files: what is stale is made in order and published whole; what was signed stays."""
