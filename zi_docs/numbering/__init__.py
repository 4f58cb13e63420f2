"""Numbers of papers: patterns, the register of given numbers, the next one to propose. Pure."""
