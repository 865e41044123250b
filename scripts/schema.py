"""Write the JSON Schema of the YAML form to `content/report.schema.json`.

python scripts/schema.py            write it
python scripts/schema.py --check    exit with 1 where it is not up to date
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from reporttui.report.schema import schema

TARGET = Path(__file__).parents[1] / "content" / "report.schema.json"


def main(arguments: list[str]) -> int:
    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    if arguments == ["--check"]:
        current = TARGET.exists() and TARGET.read_text(encoding="utf-8") == text
        if not current:
            print(f"{TARGET} is not up to date: run {sys.argv[0]}", file=sys.stderr)
        return 0 if current else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
