"""The user's entry: `python generate.py --bantuan`."""

from zi_docs.cli import main

main()
