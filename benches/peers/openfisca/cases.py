"""The cases: one JSON object a line."""

import json
from itertools import islice
from pathlib import Path


def read_cases(path, many=None):
    """The cases of a file, or the first so many of them."""
    with Path(path).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in islice(lines, many)]
