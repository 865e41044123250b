"""The figures that are found, against labels made by hand on texts that nobody tuned to."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXTS = ROOT.parent / "shared/corpus"


@pytest.mark.skipif(not TEXTS.is_dir(), reason="needs the shared reports")
def test_the_aims_are_met():
    gold = map(str, sorted((ROOT / "bench/gold").glob("*.json")))
    command = [sys.executable, "bench/figures.py", *gold, "--texts", str(TEXTS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, env=PATHS)
    rows = [line.rsplit(None, 4) for line in done.stdout.splitlines()[1:]]
    scores = {name: float(f1) for name, _labels, _precision, _recall, f1 in rows}
    assert scores["value with unit"] >= 0.98
    assert scores["bound"] >= 0.95
    assert scores["subject"] >= 0.8


PATHS = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'bench'}"}
