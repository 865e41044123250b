"""Units and qualifiers of Chinese prose as data; words stand between spaces."""

from __future__ import annotations

COUNTS = """
个 名 人 位 户 家 件 项 条 份 期 场 次 批 起 宗 类 种 部 篇 本 册 张 处 所 座 栋 幢 间 套 台 辆 艘
架 支 队 组 站 点 门 课 轮 届 倍 成 级 层 面 块 片 段 幅 枚 封 则 例 桩 对 双 头 只 匹 株 棵 根 束
袋 箱 桶 瓶 车 船 班 列 趟 节 页 字 章 款 口 眼 孔 枪 剂 剂次 羽 尾 盘 盏 扇 颗 粒 滴 股 把 路 丛
垛 镇 乡 办 包 捆 分 床 床位 铺 台套 台（套） 台(套) 台件 台次 人份 周年 印张 大卡 课时 学时
个学时 个课时 人次 场次 批次 件次 户次 家次 车次 班次 架次 艘次 辆次 列次 航次 条次 篇次 期次 门次
处次 套次 张次 座次 份次 箱次 人天 人日 人年 件宗 宗次 起次 标准箱 标箱 重量箱
"""
"""What counts things."""

AMOUNTS = """
元 美元 欧元 港元 日元 英镑 卢布 马克 法郎 澳元 卢比 元人民币 人民币 元/人 元/吨 元/平方米 元/亩
元/户 元/月 元/年 元/度 元/千瓦时 美元/桶 美元/吨 桶/日 平方米 ㎡ 平方公里 平方千米 平方英里 平方
公顷 亩 市亩 公方 公尺 英亩 亩次 延长米 平米 公里 千米 米 厘米 毫米 公分 海里 英里 华里 里 丈 尺
寸 吨 载重吨 总吨 公斤 千克 克 毫克 微克 斤 市斤 担 石 斗 吨公里 吨标准煤 吨标煤 标准吨 立方米
立方 升 毫升 千瓦 千瓦时 千瓦小时 兆瓦 兆瓦时 吉瓦 瓦 度 伏 千伏 千伏安 安 马力 摄氏度 ℃ 分贝 字节
比特 赫兹 兆赫 微克/立方米 微克每立方米 毫克/立方米 立方米/秒 公斤/亩 斤/亩 千克/亩 亩/人
人/平方公里 公里/小时
"""
"""What is measured: money, area, length, weight, energy."""

DURATIONS = "年 月 个月 日 天 周 小时 个小时 分钟 秒 岁 个工作日 工作日 个交易日 年半"
RATIOS = "% ％ ‰ 个百分点 百分点"

MEASURES = " ".join((COUNTS, AMOUNTS, DURATIONS, RATIOS))
"""What is printed after a number, without 万 or 亿. One in Latin letters need not stand here."""

NO_MEASURES = """
部门 部委 项目 人才 人大 人员 人口 人民 条例 点位 站点 年度 年代 处级 家庭 级别 层面 门类
队伍 位置 成员
"""
"""Words that begin with a unit and are none: 5部门 counts 部门 without one."""

BEFORE = {
    "over": "超过 超过了 超出 超 逾 突破 突破了 冲破 高于 多于 大于 超越",
    "under": "接近 接近于 将近 近 不足 不到 低于 少于 小于 不满",
    "about": "大约 约 大概 约为 约占 约达 大致",
    "at_least": "不少于 不低于 至少 最少 不小于 不下 不下于",
    "at_most": "不超过 不多于 不高于 至多 最多 不大于 不超",
    "exact": "达到 达 附近 最近 邻近 临近 就近 相近",
}
"""Words before a number, by the bound that they say. The longest that stands there is meant; an
exact one is no part of the figure."""

AFTER = {
    "over": "有余 之多 开外 多一点",
    "about": "左右 上下",
    "at_least": "及以上 以上 及其以上",
    "at_most": "及以下 以下 以内 之内 及其以下",
}
"""Words after a number and its unit, by the bound that they say."""

WORDS_THAT_BOUND_NOTHING = """
签约 节约 预约 违约 合约 制约 公约 和约 契约 集约 条约 租约 履约 邀约 相约 最近 附近 邻近 临近
就近 相近 靠近 赶超 反超 远近 亲近 新近 渐近
"""
"""Words that end as a bound word does."""
