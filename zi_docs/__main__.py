"""`python -m zi_docs`: the same program as `generate.py`, from wherever it is installed."""

from zi_docs.cli import main

if __name__ == "__main__":
    main()
