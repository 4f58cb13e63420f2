"""The user's entry: `python generate.py --help`."""

from zi_docs.cli import main

main()
