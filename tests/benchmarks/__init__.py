"""How fast the pages are; see README.md beside this file."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "browser"))  # what knows a page's kernel
