"""The fields that a query can name, and the words that they can have, in both languages."""

from __future__ import annotations

from functools import cache

from reporttui.text.folding import fold_needle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

FIELDS: Mapping[str, tuple[str, ...]] = {
    "unit": ("unit", "单位"),
    "value": ("value", "数值"),
    "kind": ("kind", "类型"),
    "bound": ("bound", "界限"),
    "in": ("in", "章节"),
    "title": ("title", "标题"),
    "name": ("name", "名称"),
    "is": ("is", "是"),
}
"""Field → its names, English first."""

VALUES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "kind": {
        "count": ("count", "计数", "数量"),
        "amount": ("amount", "数额", "金额"),
        "ratio": ("ratio", "比率", "比例"),
        "change": ("change", "变化", "增减"),
        "rank": ("rank", "排名", "位次"),
        "duration": ("duration", "时长", "期限"),
    },
    "bound": {
        "exact": ("exact", "确数"),
        "over": ("over", "超", "超过", "逾"),
        "under": ("under", "近", "不足"),
        "about": ("about", "约", "左右"),
        "at_least": ("at_least", "at-least", "以上", "不少于", "至少"),
        "at_most": ("at_most", "at-most", "以下", "以内", "至多"),
    },
    "is": {"metric": ("metric", "指标")},
}
"""Field → each word that it can have → the names of that, English first."""


def field_named(name: str) -> str | None:
    """Return the field of a name, in any case and any variant of its characters."""
    return value_named("field", name)


def value_named(field: str, name: str) -> str | None:
    """Return what a word means as the value of a field that takes only some words."""
    return _by_name().get((field, fold_needle(name)))


@cache
def _by_name() -> dict[tuple[str, str], str]:
    of = {"field": FIELDS, **VALUES}
    return {
        (field, fold_needle(name)): value
        for field, values in of.items()
        for value, names in values.items()
        for name in names
    }
