import base64
import hashlib
import html
import json
import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest

from reporttui.report.outline import outline

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")
VOID = {"meta", "input"}


class Page(HTMLParser):
    """What a browser without JavaScript makes of a page."""

    def __init__(self, data):
        super().__init__()
        self.tags, self.ids, self.texts, self.inside = [], {}, [], []
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.inside.append((tag, len(self.texts), dict(attrs).get("id")))

    def handle_endtag(self, tag):
        opened, start, name = self.inside.pop()
        assert opened == tag
        if name:
            assert name not in self.ids
            self.ids[name] = "".join(self.texts[start:])

    def handle_data(self, data):
        self.texts.append(data)

    def links(self):
        return [attrs["href"] for tag, attrs in self.tags if tag == "a"]


@pytest.fixture(params=["bundled", "hostile"])
def report(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def page(export, report):
    return Page(export(report, "html"))


@pytest.fixture
def browsed(export, tmp_path):
    """The document that Chromium has made of a page and of what a reader does there."""

    def browsed(report, deed=""):
        text = export(report, "html").decode()
        if deed:  # The page allows no script but its own.
            text = re.sub(r"<meta http-equiv[^>]*>", "", text)
            text = text.replace("</body>", f"<script>{deed}</script></body>")
        file = tmp_path / "page.html"
        file.write_text(text, encoding="utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/user"]
        done = subprocess.run(
            [CHROMIUM, *flags, "--virtual-time-budget=2000", "--dump-dom", file.as_uri()],
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return browsed


def test_elements_are_closed_and_ids_are_there_once(page):
    assert page.inside == []


def test_every_link_leads_to_a_place_on_the_page(page):
    assert page.links()
    assert all(link[0] == "#" and link[1:] in page.ids for link in page.links())


def test_no_attribute_names_another_address_or_a_script(page):
    for tag, attributes in page.tags:
        assert tag not in ("img", "link", "iframe", "object", "base", "form", "embed")
        assert not attributes.keys() & {"src", "style", "srcset", "action", "data", "background"}
        assert not [name for name in attributes if name.startswith("on")]


def test_style_and_script_name_no_address(export, bundled):
    text = export(bundled, "html").decode()
    assert not re.search(r"https?:|url\(|@import|//[a-z]", text)


def test_the_page_allows_its_own_style_and_script_alone(export, report):
    text = export(report, "html").decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1]
    assert policy.startswith("default-src 'none'; ")
    for kind in ("style", "script"):
        (inside,) = re.findall(f"<{kind}>(.*?)</{kind}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


def test_every_section_stands_in_the_outline_and_in_the_text(page, report):
    paths = [entry.path for entry in outline(report)[1:]]
    nav = [link[2:] for link in page.links() if link.startswith("#s")][: len(paths)]
    assert nav == paths
    assert page.ids.keys() >= {f"s{path}" for path in paths}


def test_figures_lead_to_their_rows_and_rows_to_their_figures(page, report):
    rows = [name for name in page.ids if name.startswith("m") and name != "metrics"]
    assert len(rows) == len(list(outline(report).metrics()))
    figures = [name for name in page.ids if name.startswith("f") and name != "filter"]
    assert figures
    links = page.links()
    for name in figures:
        assert f"#m{name[1:]}" in links
        assert f"#{name}" in links


def test_a_figure_stands_marked_in_its_sentence(export, bundled):
    text = export(bundled, "html").decode()
    assert re.search(
        r'<span class="sentence">开展[^<]*轮训区管干部<a id="f1" href="#m1">504人次</a>。</span>',
        text,
    )


def test_the_text_is_all_there_without_javascript(page, export, report):
    shown = re.sub(r"\s", "", "".join(page.texts))
    for line in export(report, "txt").decode().splitlines():
        assert re.sub(r"\s", "", line) in shown


def test_the_script_alone_shows_the_filter(page):
    (attributes,) = [attrs for tag, attrs in page.tags if attrs.get("id") == "filter"]
    assert "hidden" in attributes
    assert "button" not in {tag for tag, _ in page.tags}


def test_the_page_says_its_languages_and_keeps_to_the_readers_colours_and_paper(export, bundled):
    text = export(bundled, "html").decode()
    assert '<html lang="en">' in text
    assert '<article lang="zh-CN">' in text
    assert "@media (prefers-color-scheme: dark)" in text
    assert "@media print" in text


def test_a_section_alone_has_links_to_itself_only(export, bundled):
    entry = outline(bundled).find("1.2")
    page = Page(export(bundled, "html", range(entry.index, entry.end)))
    assert all(link[1:] in page.ids for link in page.links())
    assert {name for name in page.ids if name.startswith("s1.")} == {
        "s1.2",
        "s1.2.1",
        "s1.2.2",
        "s1.2.3",
        "s1.2.4",
    }


@needs_chromium
def test_in_a_browser_the_script_is_allowed_to_run(browsed, bundled):
    dom = browsed(bundled)
    assert dom.count('<button type="button">') == 6
    assert ">84 / 84</output>" in dom
    assert not re.search(r'<p id="filter" hidden', dom)


@needs_chromium
def test_in_a_browser_no_script_of_the_report_runs(browsed, hostile):
    dom = browsed(hostile, "document.body.dataset.scripts = document.scripts.length")
    assert 'data-scripts="2"' in dom
    assert not re.search(r"<[^>]* on(click|error)=", dom)


@needs_chromium
def test_in_a_browser_the_table_filters_and_sorts_and_a_link_finds_a_row_that_is_filtered_out(
    browsed, bundled
):
    deed = """
    const rows = () => [...document.querySelectorAll("tbody tr")].filter((row) => !row.hidden);
    const texts = (name) => rows().map((row) => row.querySelector("." + name).textContent);
    const said = {};
    const field = document.querySelector("#filter input");
    const type = (text) => { field.value = text; field.dispatchEvent(new Event("input")); };
    const [path, name, value, unit] = document.querySelectorAll("th button");
    type("人次 培训");
    said.filtered = texts("name");
    said.count = document.querySelector("#filter output").value;
    location.hash = "#m84";
    setTimeout(() => {
      said.all = rows().length;
      value.click();
      said.rising = texts("value");
      value.click();
      said.falling = texts("value");
      said.aria = value.parentElement.getAttribute("aria-sort");
      unit.click();
      said.units = texts("unit");
      path.click();
      said.paths = texts("path");
      document.body.textContent = JSON.stringify(said);
    }, 100);
    """
    dom = browsed(bundled, deed)
    said = json.loads(html.unescape(re.search(r"<body>(.*)</body>", dom, re.DOTALL)[1]))
    assert "全会精神培训" in said["filtered"]
    assert 0 < len(said["filtered"]) < 84
    assert said["count"] == f"{len(said['filtered'])} / 84"
    assert said["all"] == 84
    rising = [float(value) for value in said["rising"] if value and "–" not in value]
    assert rising == sorted(rising)
    assert said["falling"][0] == said["rising"][len([v for v in said["rising"] if v]) - 1]
    assert said["aria"] == "descending"
    places = [tuple(map(int, path.split("."))) for path in said["paths"]]
    assert places == sorted(places)
