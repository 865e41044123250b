"""The words around figures as data: what changes, what is compared, when, and what says nothing.

Words stand between spaces; what needs a look around it is a regular expression.
"""

from __future__ import annotations

CHANGES = """
增长 负增长 下降 提高 上升 减少 增加 降低 回落 上涨 下跌 缩短 压缩 压减 扩大 缩小 增至 降至 升至
减至 增幅 降幅 增 降 升 减 跌 涨 提升 上调 下调 递增 递减 增收 减收 增产 减产 下滑 攀升 翻番
"""
"""Verbs of change; the figure behind one is a change, or what a change has led to."""

RANKED = """
居 列 位 排 名 升至 跃至 跃升 前移至 为 达到 保持 同类 榜 全省 全国 全市 全区 全县 全州 世界 全球
亚洲
"""
"""Words before 第一 and 第3位 that make a rank of them."""

COMPARISONS = "|".join(
    (
        "(?:与|比|较|同)(?:上年|去年|上一年|前年|上期|同期|往年|计划|原计划|预算|[零一二三四五六七八九〇○0-9]{2,4}年)"
        "(?:同期|底|末|同月|初)?(?:相比|比)?(?:实际|预算数?|执行数)?",
        "同比|环比|年均|分别|名义|每年平均|平均每年|同口径(?:比较)?|自然口径",
        "按可比(?:价格|口径)(?:计算)?|按不变价(?:格)?(?:计算)?",
        "(?:比(?![较例重率])|(?<!比)较|同(?![时志意样比类]))[^，。]{1,14}(?:相比)?$",
        "实际(?=增长|$)|累计(?=增长|下降|$)|再(?=创|$)",
    )
)
"""What a change is measured by; it is no part of the subject."""

LEADING = """
其中 同时 并 并且 而且 还 也 又 已 已经 包括 不包括 共 累计 共计 总计 合计 全年 全市共 全区共
全县共 目前 截至目前 此外 另外 以及 我们 即从 即 之后 其余 各地 年末 年底 初步 预计 先后 一年来
五年来 年均 每年 还有 就有 也有 拥有
"""
"""Words at the beginning of a clause that say nothing of what is counted."""

ONE_LETTER = "|".join(
    (
        "[是使由将把至到的了及和与仅只就再为还]",
        "在(?![校岗职册建线编籍押])|从(?!业)|对(?![外口])|等(?!级)|有(?![关效色])|中(?![央国学小医药])",
    )
)
"""Such words of one character, unless they begin a longer one: 在校学生."""

TRAILING = """
共计 累计 总计 合计 共 达到 达到了 达 达成 为 是 有 了 到 至 等 分别 分别为 分别达 分别达到 仅 只
已 均 高达 多达 已达 约 近 超 超过 突破 以 由 从 在 的 不 每年 增加到 增加到了 提高到 争取 争取有
创造 可 将 能 再 还 又 也 其中 也有 就有 就 已有 共有 现有 仅有 只有 约有 约为 即 大体 大约 大概
平均 全部 都 都在 各 保持在 稳定在 控制在 维持在 保持 以上 和 与 及 比 较
"""
"""Words before a figure that only lead to it."""

LIST = r"\s?(?:[、和及与]|以及|,)\s?"
"""What joins the members of a list."""

COUNTED_ENDS = "|".join(
    (
        "[，。；、：由被已在并及和与以向为将等达共占比较均受获来能可都用从按的再减降]",
        "实现|完成|增长|下降|推动|得到|进行|参加|参与|通过|投入|建成|开工|入选|纳入|其中|有效|有力|分别|同比",
        "持续|增至|增加|提高|压缩|上升|大关|用于|正在|全部",
    )
)
"""What ends the noun behind a figure."""

_D = "[0-9０-９零〇○一二三四五六七八九十]"
_MONTHS = f"{_D}{{1,2}}[-—－至]{_D}{{1,2}}月(?:份|底|末)?"
_YEARS = "[一二三四五六七八九十两几0-9]+年"
PERIODS = "|".join(
    (
        f"(?:{_D} ?){{4}}年(?:{_MONTHS}|{_D}{{1,3}}月(?:份|底|末)?|度|底|末|上半年|下半年)?",
        _MONTHS,
        "今年|本年度?|全年|去年|上年|上半年|下半年|一年来|五年来|第?[一二三四]季度|本届政府|任期内|目前|到?本世纪末",
        f"(?:近|过去|今后|未来|最近|前|后){_YEARS}(?:来|内|间|中|里)?|{_YEARS}(?:多?来|内|间|中)",
        "“[一七八九十六]{1,2}五”(?:时期|期间|计划期间)?",
    )
)
"""Times that figures are of."""
