import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
HEAVY = ["dataclasses", "inspect", "msgspec", "textual", "rich", "jsonschema", "yaml", "pathlib"]


def test_what_every_command_imports_brings_nothing_heavy_with_it():
    imports = "reporttui.report.building, reporttui.analysis.agreement, reporttui.search.matching"
    program = f"import sys, {imports}; print(*(set({HEAVY}) & set(sys.modules)))"
    # Without site packages' own start-up files, which import what they like.
    command = [
        sys.executable,
        "-I",
        "-S",
        "-c",
        f"import sys; sys.path.append({str(SOURCE)!r}); {program}",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
