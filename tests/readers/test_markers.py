import pytest

from reporttui.readers.outlining.markers import marker_at


@pytest.mark.parametrize(
    ("text", "family", "ordinal", "printed"),
    [
        ("一、基本情况", "han", 1, "一、"),
        ("十二．其他", "han", 12, "十二．"),
        ("(一)总体", "han in brackets", 1, "(一)"),
        ("（二十三)混用", "han in brackets", 23, "（二十三)"),
        ("二）半边", "han in brackets", 2, "二）"),
        ("1.深入学习", "number", 1, "1."),
        ("１２、全角", "number", 12, "１２、"),
        ("⒊合成", "number", 3, "⒊"),
        ("（3）细目", "number in brackets", 3, "（3）"),
        ("⑷细目", "number in brackets", 4, "⑷"),
        ("4)半边", "half bracket", 4, "4)"),
        ("②圈", "circle", 2, "②"),
        ("Ⅳ、罗马", "roman", 4, "Ⅳ、"),
        ("第一部分 总论", "part", 1, "第一部分"),
        ("第二章　分则", "chapter", 2, "第二章"),
        ("第3节 细则", "section", 3, "第3节"),
        ("第一百零五条 为了", "article", 105, "第一百零五条"),
        ("第四十条之一 为了", "article", 40, "第四十条之一"),
        ("第一，要", "ordinal", 1, "第一，"),
        ("其二、要", "ordinal", 2, "其二、"),
        ("一是提高站位", "point", 1, "一是"),
        ("三要抓落实", "point", 3, "三要"),
        ("2.3 小节", "decimal 2", 3, "2.3 "),
        ("2.3.11小节", "decimal 3", 11, "2.3.11"),
    ],
)
def test_every_sort_of_number_is_known(text, family, ordinal, printed):
    marker = marker_at(text)
    assert marker is not None
    assert (marker.family, marker.ordinal, marker.printed) == (family, ordinal, printed)


@pytest.mark.parametrize(
    "text",
    [
        "1.5万元以上的项目",
        "2.04%的增长",
        "2024.5.1起施行",
        "2024年，全县",
        "三、四季度",
        "一、二、三产业",
        "2、3月份",
        "一是一、二是二",
        "0.06次",
        "统一、规范",
        "二〇二五年一月",
        "",
        "（此件主动公开）",
    ],
)
def test_numbers_in_prose_are_none(text):
    assert marker_at(text) is None


def test_of_a_decimal_the_last_number_counts_and_the_others_are_above():
    assert marker_at("2.3.11小节").above == "2.3"
