import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporttui.analysis.names import KINDS, names
from reporttui.library.opening import open_report
from reporttui.report.model import FORMAT, Report, Section
from reporttui.report.outline import outline

BUNDLED = outline(open_report(None, io.BytesIO()).report)
CORPUS = Path(__file__).parents[3] / "shared/corpus"


def words(text):
    return text.split()


# Every system of the bundled report, read there by a person.
SYSTEMS = words("""
AI智能政务助手 视频办 全速办 帮代办 高效办成一件事 一庭两中心 海丝金融巡回法庭 信用修复中心
知识产权保护法治促进中心 凤姐工作室 政府立法联系点 政府立法基层联系点 鲤城区政府法务工作平台 i鲤城
市汇聚共享平台 省公共信息资源统一开放平台 标准化应急管理站 党建+网格+应急管理 街道综合执法
行政执法协调监督 8+4 闽执法 12345 鲤小司 鲤小司普法微课堂 府院联动 老兵调解室 顺顺 万阿姨
两代表一委员 枫桥品牌 四门四访 法援惠民生 桐新同治 148品牌 无证明城市 营商环境创优年 一规划两方案
""")

DOCUMENTS = """
法治政府建设实施纲要(2021—2025年)
鲤城区2024年“营商环境创优年”行动方案
鲤城区聚力打造“全速鲤办 共赢未来”品牌,进一步优化营商环境行动方案(2024-2025年)
鲤城区“全速办”工程建设项目审批“帮代办”服务工作方案
中华人民共和国外商投资法
外商投资准入特别管理措施(负面清单)(2024年版)
行政规范性文件认定指引表
关于规避重复执法风险的提醒函
案源信息提醒函
调解有一套
中华人民共和国行政复议法
""".strip().split("\n")

BODIES = words("""
泉州市鲤城区人民政府 泉州市鲤城区人大常委会 鲤城区人民政府 区委 区政府 市政府 区人大 公安部
区委社会工作部 区委台办 区城市管理和综合执法局 鲤城区开元司法所 金龙司法所 泉州七中江南校区
福建电视台
""")

PLACES = words("鲤城 鲤城区 江南街道 火炬社区 双塔社区 福建 泉州市")


def report(*texts):
    sections = tuple(Section(title="节", text=text) for text in texts)
    return outline(Report(format=FORMAT, id="a", title="报告", sections=sections))


def found(text, kind=None):
    return [name.text for name in names(report(text)) if kind in (None, name.kind)]


def named(entries, kind):
    return {name.text for name in names(entries) if name.kind == kind}


# The bundled report.


@pytest.mark.parametrize("system", [*SYSTEMS, "全速鲤办 共赢未来"])
def test_every_system_of_the_bundled_report_is_there_as_it_stands_in_the_text(system):
    assert system in named(BUNDLED, "programme")


def test_the_documents_bodies_and_places_of_the_bundled_report_are_these_and_no_others():
    assert named(BUNDLED, "document") == set(DOCUMENTS)
    assert named(BUNDLED, "body") == set(BODIES)
    assert named(BUNDLED, "place") == set(PLACES)


def test_what_the_bundled_report_only_emphasises_or_says_in_general_is_no_name():
    for word in (
        *("有事找凤姐", "云见面、即时问、在线办、零跑腿", "全生命周期", "点对点", "零距离"),
        *("更省心", "被动思想", "畏难", "区级+街道", "外商投资促进服务和交流平台"),
        *("便民服务平台", "欠薪平台", "应急管理站", "全区", "老城区", "各街道", "政府"),
    ):
        assert word not in {name.text for name in names(BUNDLED)}


def test_all_places_of_a_name_are_given_with_their_sections_in_reading_order():
    (name,) = (name for name in names(BUNDLED) if name.text == "行政执法协调监督")
    assert name.paths == ("1.4.2",)
    assert [place.field for place in name.places] == ["title", *["text"] * 4]
    (across,) = (name for name in names(BUNDLED) if name.text == "全速办")
    assert across.paths == ("1.2.2", "3.3")


def test_names_come_in_the_order_in_which_they_first_stand():
    firsts = [name.places[0] for name in names(BUNDLED)]
    order = [
        (place.entry, list(BUNDLED[place.entry].fields).index(place.field)) for place in firsts
    ]
    assert order == sorted(order)
    assert all(place.start < place.end for place in firsts)


# Between marks.


def test_quotation_marks_and_brackets_are_no_part_of_a_name():
    (title, brand) = names(report("印发《关于推广“码上办”平台的通知》。"))
    assert (title.text, title.kind) == ("关于推广“码上办”平台的通知", "document")
    assert (brand.text, brand.kind) == ("码上办", "programme")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("打造“近邻法务”品牌。", "近邻法务"),
        ("“顺顺”调解工作室化解纠纷。", "顺顺"),
        ("开通“视频办”。", "视频办"),
        ("落实“谁执法谁普法”普法责任制。", "谁执法谁普法"),
        ("严格执行中央八项规定，坚决纠治“四风”。", "四风"),
        ("全面推行“双随机、一公开”监管。", "双随机、一公开"),
        ("完成“十四五”规划。", "十四五"),
        ("推动“互联网+政务服务”。", "互联网+政务服务"),
        ("开展「清廉机关」行动。", "清廉机关"),
    ],
)
def test_quotation_marks_hold_a_name_by_its_form_or_the_words_around_it(text, name):
    assert found(text, "programme") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "部分干部存在“等靠要”思想。",
        "我们不搞“大水漫灌”。",
        "破除“数据孤岛”。",
        "提供“零距离”“更省心”的帮助。",
        "毛主席说：“把国民经济搞上去。”",
        "他们说“我们没有办法”。",
        "推动“事要办，钱要省，人要见”。",
        "制定“在全体干部中间反复讨论过好几次的那一份很长的”方案。",
    ],
)
def test_an_emphasised_word_or_a_quotation_is_no_name(text):
    assert found(text) == []


def test_what_stands_in_quotation_marks_once_is_the_same_name_without_them():
    (name,) = names(report("推广“枫桥经验”。", "枫桥经验写入报告。"))
    assert name.paths == ("1", "2")
    assert len(name.places) == 2


def test_a_title_over_two_lines_is_a_name_in_one():
    (name,) = names(report("通过了《\n关于制定规划的建议\n》。"))
    assert name.text == "关于制定规划的建议"


# Without marks.


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("依托市一体化政务服务平台办理。", "市一体化政务服务平台"),
        ("信用修复中心帮助企业。", "信用修复中心"),
        ("建设开元、江南街道标准化应急管理站。", "标准化应急管理站"),
        ("确立全市首个政府立法联系点。", "政府立法联系点"),
        ("深化府院联动。", "府院联动"),
        ("12345政务服务便民热线办结诉求。", "12345"),
        ("实施新一轮千亿斤粮食产能提升行动，成效明显。", "千亿斤粮食产能提升行动"),
        ("建设党建+网格+应急管理管理点。", "党建+网格+应急管理"),
    ],
)
def test_programmes_are_known_by_their_form(text, name):
    assert [each[: len(name)] for each in found(text, "programme")] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "坚持以经济建设为中心。",
        "发展工业互联网平台。",
        "搭建更多的进口促进平台。",
        "新建社区服务中心120个。",
        "牢牢守住不发生系统性风险的底线。",
    ],
)
def test_platforms_and_centres_in_general_are_no_names(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("区市场监督管理局联合印发方案。", "区市场监督管理局"),
        ("思明区司法局开展检查。", "思明区司法局"),
        ("由最高人民检察院提出。", "最高人民检察院"),
        ("在莲前派出所试点。", "莲前派出所"),
        ("报省高级人民法院。", "省高级人民法院"),
        ("厦门大学派员参加。", "厦门大学"),
        ("厦门市思明区人民法院受理案件。", "厦门市思明区人民法院"),
    ],
)
def test_bodies_are_known_by_their_form_and_have_their_place(text, name):
    assert found(text, "body") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "优化布局。",
        "西部大开发。",
        "教育部门和公安部门。",
        "财政部长。",
        "两级人大代表。",
        "各级政府。",
    ],
)
def test_what_only_ends_like_a_body_is_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("在嘉莲街道试点。", "嘉莲街道"),
        ("地处黄山区。", "黄山区"),
        ("支持雄安新区。", "雄安新区"),
        ("援建新疆维吾尔自治区。", "新疆维吾尔自治区"),
        ("同印度尼西亚建交。", "印度尼西亚"),
    ],
)
def test_places_are_known_by_their_form_or_from_the_lists(text, place):
    assert found(text, "place") == [place]


def test_what_only_ends_like_a_place_is_none():
    general = (
        "各地区、全市、老城区、偏远山区、示范区、农村、城乡、小城镇、贫困县、经济特区、市场、社区。"
    )
    assert found(general) == []


def test_traditional_characters_are_read_too_and_kept():
    (name, *_rest) = names(report("我們要解放台灣省，這個發展。", "台湾省。"))
    assert (name.text, name.kind, name.paths) == ("台灣省", "place", ("1", "2"))


# Whatever comes.

PIECES = st.sampled_from(
    '“”《》「」"\n，。、 的市区街道局部委中心平台人民政府建设123+ai城经为' + "鲤"
)


@given(st.lists(st.text(PIECES, max_size=60), min_size=1, max_size=3))
def test_every_place_holds_the_name_and_names_without_marks_never_overlap(texts):
    entries = report(*texts)
    for name in names(entries):
        assert name.kind in KINDS
        assert name.text
        assert name.paths == tuple(dict.fromkeys(entries[at.entry].path for at in name.places))
        for at in name.places:
            printed = entries[at.entry].fields[at.field][at.start : at.end]
            assert "".join(line.strip() for line in printed.split("\n")) == name.text


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not there")
def test_a_report_of_another_kind_has_a_clean_index():
    title, _, text = (CORPUS / "state-council-2022.txt").read_text(encoding="utf-8").partition("\n")
    sections = (Section(title="全文", text=text),)
    entries = outline(Report(format=FORMAT, id="a", title=title, sections=sections))
    assert named(entries, "place") == {
        *words("重庆 北京 广州 海南 长江 台湾 京津冀 长江经济带 粤港澳大湾区 长三角 黄河流域"),
        *words("雄安新区 香港 澳门 香港特别行政区 澳门特别行政区"),
    }
    assert {"放管服", "一带一路", "乡村建设行动", "万企兴万村"} <= named(entries, "programme")
    assert {"国务院", "党中央", "二十国集团"} <= named(entries, "body")
