"""`python -m rutkit.serving.hub` says where the two configurations are, to copy and to complete."""

from __future__ import annotations

from pathlib import Path

if __name__ == "__main__":
    print(Path(__file__).parent)
