"""Documents as no office would write them: every sort of line in any order."""

from hypothesis import strategies as st

SIGNS = [
    *(
        "一、",
        "二、",
        "三、",
        "（一）",
        "(二)",
        "（三)",
        "1.",
        "2．",
        "3、",
        "（1）",
        "(2)",
        "①",
        "②",
    ),
    *(
        "第一章",
        "第二条",
        "第一，",
        "一是",
        "二是",
        "三要",
        "1.1 ",
        "1.1.2",
        "2)",
        "Ⅰ、",
        "【农业】",
        "",
    ),
]
WORDS = [
    *(
        "突出政治引领",
        "优化营商环境。",
        "办理案件125件，",
        "同比增长3.2%；",
        "现将有关情况报告如下：",
        "取得成效。",
    ),
    *(
        "《条例》",
        "“一网通办”",
        "（下转第四版）",
        "一、二、三产业",
        "2024年",
        "统一是",
        "subscribe now",
        "\ufffd",
    ),
    *("\x1b[31m", "\u202e", "\u200b", "[bold]", "ａｂｃ", "\t", "　　", "🙂", "é"),
]
LINES = [
    *(
        "索引号：QS-1",
        "文号：",
        "文 号：青政〔2025〕3号",
        "发布机构\t青石县",
        "来源：县政府办 时间：2025-02-17 11:23",
    ),
    *(
        "青石县人民政府",
        "关于2024年工作的报告",
        "青石县2024年工作报告",
        "——2025年1月8日在会上",
        "各位代表：",
    ),
    *(
        "县人大常委会：",
        "首页 > 政务公开",
        "【字体：",
        "大",
        "中",
        "小",
        "】",
        "打印本页",
        "今天是2026年1月1日 星期四",
    ),
    *(
        "— 3 —",
        "第 2 页 共 9 页",
        "（下转第四版）",
        "（上接第一版）",
        "（",
        "一",
        "）",
        "1",
        ".",
        "一、",
        "附件：1.表",
    ),
    *(
        "2025年1月21日",
        "二〇二五年一月二十一日",
        "（此件主动公开）",
        "抄送：县委办。",
        "附件下载",
        "相关解读",
        "目录",
        "",
    ),
]


@st.composite
def prose(draw):
    """A line of prose, numbered or not."""
    pieces = draw(st.lists(st.sampled_from([*WORDS, *SIGNS]), min_size=1, max_size=8))
    return draw(st.sampled_from(SIGNS)) + "".join(pieces)


def lines():
    return st.one_of(st.sampled_from(LINES), prose())


def documents():
    """The text of a file."""
    indented = st.tuples(st.sampled_from(["", "　　", "  "]), lines()).map("".join)
    return st.lists(indented, min_size=1, max_size=40).map("\n".join)
