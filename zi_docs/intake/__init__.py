"""Files that people drop in: looked at in a process of their own, laid where they belong."""
