"""Units and qualifiers of Chinese prose as data; words stand between spaces."""

from __future__ import annotations

MEASURES = """
个 名 人 位 户 家 件 项 条 份 期 场 次 批 起 宗 类 种 部 篇 本 册 张 处 所 座 栋 间 套 台 辆
艘 架 支 队 组 站 点 门 课 轮 届 年 月 个月 日 天 周 小时 分钟 秒 岁 倍 成 级 层 面 块 片 段
幅 枚 封 则 例 桩 对 双 头 只 匹 株 棵 根 束 袋 箱 桶 瓶 车 船 班 列 趟 节 页 字
人次 场次 批次 件次 户次 家次 车次 班次 架次 艘次 台次 人天 人日 件宗
元 美元 欧元 港元 日元 英镑 元/人 元/吨 元/平方米
平方米 ㎡ 平方公里 平方千米 人/平方公里 公顷 亩 公里 千米 米 厘米 海里
吨 公斤 千克 克 斤 担 吨标准煤 立方米 升 毫升 标准箱
千瓦 千瓦时 千瓦小时 兆瓦 吉瓦 度 摄氏度 ℃ 字节 % ％ ‰ 个百分点 百分点
"""
"""What is printed after a number, without 万 or 亿. One in Latin letters need not stand here."""

NO_MEASURES = """
部门 部委 项目 人才 人大 人员 人口 人民 条例 点位 站点 年度 年代 处级 家庭 级别 层面 门类
队伍 位置 成员
"""
"""Words that begin with a unit and are none: 5部门 counts 部门 without one."""

BEFORE = {
    "over": "超过 超出 超 逾 突破 高于 多于 大于",
    "under": "接近 将近 近 不足 不到 低于 少于",
    "about": "大约 约 大概 约为",
    "at_least": "不少于 不低于 至少 最少 不小于",
    "at_most": "不超过 不多于 不高于 至多 最多 不大于 不超",
    "exact": "达到 达 附近 最近 邻近 临近 就近 相近",
}
"""Words before a number, by the bound that they say. The longest that stands there is meant; an
exact one is no part of the figure."""

AFTER = {
    "over": "有余",
    "about": "左右 上下",
    "at_least": "及以上 以上",
    "at_most": "及以下 以下 以内 之内",
}
"""Words after a number and its unit, by the bound that they say."""
