"""The labels that portals and offices put before a report's metadata, and their values.

The labels follow the state's guide for government websites (国办发〔2017〕47号, annex 2) and the
catalogue of open information (GB/T 21063.3); each portal has its own words beside them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reporttui.readers.framing.dates import iso_date, iso_moment
from reporttui.text.folding import one_form

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

LABELS: dict[str, str] = {
    "index_number": "索引号 信息索引号 信息索引 索取号 信息编号",
    "document_number": (
        "备注/文号 文号 发文字号 公文字号 文件编号 发文文号 文件号 公文文号 文件文号 文件字号"
    ),
    "issuer": (
        "发布机构 发文机关 发文机构 发文单位 发布单位 公开机构 公开主体 制发机关 制发单位 "
        "信息来源机构 发布机关 公开单位 责任部门 提供单位 生成机构 发文部门 发布部门 "
        "公开责任部门 所属机构"
    ),
    "dated": (
        "公文生成日期 成文日期 生成日期 发文日期 成文时间 生成时间 形成日期 印发日期 签发日期 "
        "制发日期 信息生成日期 撰写日期 发文时间"
    ),
    "published": (
        "发布日期 发布时间 公开日期 公开时间 时间 日期 发布 上网时间 发表时间 更新时间 "
        "更新日期 录入时间"
    ),
    "source": "来源 信息来源 文章来源 稿件来源 文件来源 出处 新闻来源",
    "title": "名称 标题 信息名称 文件名称 公文名称 文件标题 信息标题",
    "": (
        "主题分类 体裁分类 组配分类 分类 公开方式 公开范围 公开形式 公开属性 有效性 时效性 "
        "是否有效 效力状态 关键词 主题词 关键字 作者 责任编辑 责编 编辑 审核 审核人 校对 初审 "
        "复审 终审 浏览次数 浏览量 浏览 点击数 点击率 点击量 点击 阅读次数 阅读量 阅读 "
        "访问次数 访问量 字体 字号 字体大小 打印 分享 分享到 语种 废止日期 失效日期 失效时间 "
        "生效日期 实施日期 载体形式 载体类型 服务对象 内容概述 内容概览 文件类型 信息类别 "
        "所属栏目 栏目 主办单位 承办单位 信息格式 签发人 签发 密级 紧急程度 份号 备注 摄影 "
        "记者 通讯员 投稿 视力保护色 收藏 保存 人气 发布人 录入 录入员 所属主题 体裁 主题 "
        "文种"
    ),
}
"""Field of a report → its labels; under no name those that no field stands for."""

_ALONE = frozenset(
    {"dated", "published", "index_number", "document_number", "issuer", "source", "title"}
)
"""Fields whose value may stand on the line below the label, for one sees what it is."""

_SPACE = "[ \xa0\u3000]"
_VALUES = {
    "index_number": r"[A-Za-z0-9][A-Za-z0-9/\-_.—]{3,}(?:[^\s]*)",
    "document_number": (
        r"[一-龥]{1,16}?(?:[A-Za-z]*)[〔\[［(（【]\d{4}[〕\]］)）】]第?\d+号|.{0,12}\d+号"
    ),
    "issuer": r"[一-龥（）()、 ]{2,30}",
    "source": r"[^\s。，:：]{2,30}",
    "title": r"[^。]{4,80}",
}

_LONGEST_LABEL = 8
_BEFORE_A_LABEL = " \t\xa0\u3000|｜•·●▪◆[【(（,，;；"
_AROUND_A_VALUE = " \t\xa0\u3000|｜•·:：[]【】;；"

DOCUMENT_NUMBER = (
    r"[一-龥]{1,12}字第\d+[号號]|"
    rf"[一-龥]{{0,16}}{_SPACE}?[〔\[［(（【]{_SPACE}?\d{{4}}{_SPACE}?[〕\]］)）】]{_SPACE}?第?\d+{_SPACE}?[号號]"
)


class Labelled(NamedTuple):
    """A label with its value.

    Attributes:
        field: Field of a report; empty where none stands for it.
        label: As the table has it.
        value: As printed; empty where nothing stands there.
    """

    field: str
    label: str
    value: str


@cache
def _fields() -> dict[str, str]:
    return {label: field for field, labels in LABELS.items() for label in labels.split()}


class _Found(NamedTuple):
    label: str
    start: int
    end: int
    """Where the value begins."""


def labelled(line: str) -> list[Labelled]:
    """Return the labels of a line with their values; nothing where it does not begin with one."""
    line = line.strip(" \t\xa0\u3000•·●▪◆|｜-—*")
    found = list(_labels_in(line))
    if not found or found[0].start > 0:
        return []
    ends = [each.start for each in found[1:]] + [len(line)]
    return [
        Labelled(_fields()[each.label], each.label, line[each.end : end].strip(_AROUND_A_VALUE))
        for each, end in zip(found, ends, strict=True)
    ]


def label_at(line: str) -> int:
    """Return where the first label begins that stands behind something else; 0 for none."""
    behind = (each.start for each in _labels_in(line) if each.start)
    at = next(behind, 0)
    return at if at and line[at - 1].isspace() else 0


def _labels_in(line: str) -> Iterator[_Found]:
    """Find labels by what stands behind them: a colon, a tab, a gap, or the end of the line."""
    plain = one_form(line)
    last = 0
    for separator in re.finditer(r"[\]】]?\s*[:：]|[\]】]|\t+|[ \xa0\u3000]{2,}|$", plain):
        found = _label_before(plain, last, separator.start())
        if found and (separator[0] or found[1] == 0):
            yield _Found(*found, separator.end())
            last = separator.end()


def _label_before(line: str, first: int, end: int) -> tuple[str, int] | None:
    """Return the longest label that ends at a place, and where it begins; spaces may part it."""
    label, best = "", None
    for at in range(end - 1, first - 1, -1):
        if line[at].isspace():
            continue
        label = line[at] + label
        if len(label) > _LONGEST_LABEL:
            break
        begins = at == 0 or line[at - 1] in _BEFORE_A_LABEL
        if begins and label.lstrip("[【") in _fields():
            best = (label.lstrip("[【"), at)
    return best


def fits(field: str, value: str) -> bool:
    """Whether a line by itself can be the value of a field."""
    if field in ("dated", "published"):
        return bool(iso_date(value)) and len(value) <= len("2025年12月31日 23:59:59 星期日")
    form = _VALUES.get(field)
    return field in _ALONE and form is not None and re.fullmatch(form, value) is not None


def converted(field: str, value: str) -> str:
    """Return a field's value as the report keeps it; empty where it is none."""
    if field == "dated":
        return iso_date(value)
    if field == "published":
        return iso_moment(value)
    if field == "document_number":
        match = re.search(DOCUMENT_NUMBER, value)
        return match[0] if match else value if value.endswith(("号", "期")) else ""
    return "" if re.fullmatch(r"[-—无\s/]*", value) else value
