import unicodedata

import pytest
from driving import SIZES, reading

from reporttui.library.opening import open_file

# Everything that an author may write into a field by YAML's escapes.
HOSTILE = r"""
format: 1
id: hostile
title: "\e]0;owned\a法治[bold]报告[/bold] \u202e文\u2066"
issuer: "某\x9b2J区[@click=app.bell]按[/]"
year: 2024
document_number: "\e[31m文\u200b号〔1〕"
index_number: "\x00\x01\x07\x08\x7f\x85"
source: "\u2028\u2029\ufeff\ue000\U000E0041"
addressee: "[link=https://x.example]各位[/link]:"
opening: "总数为100件,\e[?1049l其中[b]甲[/b]60件,乙40件。\e[6n\eP+q\e\\"
metrics:
- name: "总[bold]数\e[2J"
  value: 100
  unit: "件"
  quote: "总数为100件"
- name: "总[bold]数\e[2J·甲\u202e"
  value: 60
  unit: "件"
  quote: "甲[/b]60件"
  part_of: "总[bold]数\e[2J"
- name: "乙\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
  value: 40
  unit: "件\x07"
  quote: "乙40件"
  part_of: "总[bold]数\e[2J"
sections:
- number: "一、\e7"
  title: "工作,\"好\"\x9b2J [red]末[/red]"
  text: "培训\e[31m约1.50万人次\e[0m,e\u0301\u0301\u0301\u0301\u0301\u0301末\u200f。\u061c\u180e"
  metrics:
  - name: "=HYPERLINK(\"http://x\",\"培训\")"
    value: 15000
    unit: 人次
    bound: about
    quote: "约1.50万人次"
  sections:
  - number: "(一)"
    title: "\u115f\u3164\uffa0 $accent [/]"
    text: "[@click=app.exit]退出[/] \U0001F468\u200d\U0001F469\u200d\U0001F467 \u0e01\u0e33 \ufdfa 🏳️‍🌈"
signed: "某\x00区\r"
disclosure: "(\t公开\v)"
"""  # noqa: E501
SHOWN = ["␛]0;owned␇法治[bold]报告[/bold] ␦文␦", "[@click=app.bell]按[/]", "␀␁␇␈␡", "␛[?1049l"]
MARKUP = ["[bold]", "[b]甲[/b]", "[@click=app.exit]退出[/]", "$accent [/]", "[red]末[/red]"]
WALKS = [["space"] * 4, ["1", *["down"] * 3], ["3", *["down"] * 4, "u", "s", "s"], ["3", "enter"]]


@pytest.fixture
def hostile(tmp_path):
    path = tmp_path / "hostile.yaml"
    path.write_text(HOSTILE, encoding="utf-8")
    return open_file(str(path), None)._replace(path=None)


def assert_harmless(reader):
    """The glass refuses every control character; here is what else must not be sent."""
    for char in set(reader.sent) - set("\x1b\n\r\b\x07"):
        assert unicodedata.category(char) not in ("Cc", "Cf", "Co", "Cn", "Zl", "Zp"), hex(
            ord(char)
        )
    marks = 0
    for char in reader.sent:
        marks = marks + 1 if unicodedata.combining(char) else 0
        assert marks <= 2


@pytest.mark.parametrize("keys", WALKS)
@pytest.mark.parametrize("size", SIZES[:3])
async def test_nothing_that_does_harm_reaches_the_terminal(hostile, size, keys):
    async with reading(hostile, size=size) as reader:
        await reader.press(*keys)
        assert_harmless(reader)
        assert reader.cells() == await reader.drawn_anew()


async def test_what_cannot_be_shown_is_shown_visibly_and_markup_as_it_is_written(hostile):
    async with reading(hostile, size=(200, 50)) as reader:
        text = reader.text()
        for shown in (*SHOWN, *MARKUP):
            assert shown in text, shown
        await reader.press("3", "G")
        assert "=HYPERLINK(" in reader.current("metrics")


async def test_markup_is_not_followed_when_it_is_clicked(hostile):
    async with reading(hostile, size=(200, 50)) as reader:
        y = next(y for y, row in enumerate(reader.rows()) if "退出" in row)
        x = reader.cells()[y].index(next(cell for cell in reader.cells()[y] if cell.data == "退"))
        await reader.click(x, y, times=2)
        assert reader.app.is_running
        assert "退出" in reader.current("detail")


async def test_a_hostile_report_can_be_searched_and_followed_like_any_other(hostile):
    async with reading(hostile, size=(120, 40)) as reader:
        await reader.press("/", *"[bold]", "enter")
        assert "hits 1/1" in reader.status()
        await reader.press("3", "enter")
        assert reader.active() == ["detail"]
        await reader.press("escape", "3", "G", "enter")
        assert reader.path() == "1"
        await reader.press("3", "o")
        assert "only 一、␛7 工作" in reader.rows_of("metrics")[0]
        assert_harmless(reader)


@pytest.mark.parametrize("key", ["/", ":"])
async def test_what_is_pasted_is_typed_visibly_and_runs_nothing(key):
    async with reading() as reader:
        await reader.press(key)
        await reader.paste("q\x1b]0;owned\x07\x9b2J\u202e[bold]行政\u200b")
        assert "q␛]0;owned␇␦2J␦[bold]行政␦" in reader.rows()[0 if key == ":" else -2]
        assert_harmless(reader)
        assert reader.app.is_running


async def test_pasting_several_lines_makes_one():
    async with reading() as reader:
        await reader.press("/")
        await reader.paste("行政复议\r\n第二行\n")
        assert reader.query().startswith("行政复议")
        assert reader.active() == []
        assert_harmless(reader)


@pytest.mark.parametrize("char", ["a", "法", "\u0301", " ", "“", "\U0001f3f3\ufe0f\u200d"])
async def test_a_flood_of_characters_without_a_place_to_break_is_set_all_the_same(char, tmp_path):
    flood = char * 20000
    path = tmp_path / "flood.yaml"
    path.write_text(
        f'format: 1\nid: flood\ntitle: "t{flood}t"\nsections:\n'
        f'- {{title: "s{flood}", text: "x{flood}x"}}\n',
        encoding="utf-8",
    )
    async with reading(open_file(str(path), None)._replace(path=None), size=(60, 16)) as reader:
        await reader.press("space", "G", "1", "down", "3", "z", "g")
        assert_harmless(reader)
        assert reader.cells() == await reader.drawn_anew()
