"""Pictures of the page for the guide, taken from the page itself."""
