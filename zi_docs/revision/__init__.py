"""Two plans -> the changes between them, word by word; the states of a decree over time."""
