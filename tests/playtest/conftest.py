"""The tests of playtest find the package beside the folder of tests, whatever the current folder is."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
