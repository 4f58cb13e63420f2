"""Contact sheets of all kinds of papers, so that one look shows them all (`make galeri`)."""
