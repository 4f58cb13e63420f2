"""What surveys say: the index that the answers to their elements give."""
