"""Numbers of papers: patterns, the register of given numbers, the next to propose. Pure."""
