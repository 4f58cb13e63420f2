"""The page in the browser: the year, its papers and what comes in, for people without a terminal.

What it shows it reads through the same modules as the verbs; what it changes or makes, a verb does,
run as a process of its own. So the page has no rule of its own, and the lock of a run is the same.
"""
