"""`python -m rutkit.cli`."""

from rutkit.cli import main

main()
