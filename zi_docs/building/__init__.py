"""Papers -> files: what is stale is rendered, converted, bundled and handed to the store."""
