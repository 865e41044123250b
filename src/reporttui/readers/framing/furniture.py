"""What stands on a page beside the article: forms as data, with the reason that is reported."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reporttui.text.folding import one_form

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class Form(NamedTuple):
    """What a line that is no part of a text looks like.

    Attributes:
        reason: Why it is none.
        words: One of which stands in the line; only then is the pattern looked at, and made.
        pattern: Of the whole line.
    """

    reason: str
    words: str
    pattern: str


_WEEKDAY = "(?:星期|周|礼拜)[一二三四五六日天]"

ANYWHERE = (
    Form("page number", "- — – － _ · •", "[-—–－_·•]+ *[0-9０-９]{1,4} *[-—–－_·•]+"),
    Form(
        "page number",
        "页 /",
        "第 *[0-9]{1,4} *页(?: *[,，/／]? *共 *[0-9]{1,4} *页)?|[0-9]{1,3} */ *[0-9]{1,3}",
    ),
    Form(
        "newspaper jump",
        "版",
        r"[（(【\[]?(?:下转|上接|下接|转)(?:本报)?第?[一二三四五六七八九十0-9A-Z]{1,3}版"
        r".{0,12}[）)】\]]?",
    ),
    Form("table of contents", "… .. ·· ．．", r".{2,50}(?:…{2,}|\.{4,}|·{4,}|．{3,}) *[0-9]{1,3}"),
    Form("widget", "扫 长按", r"[（(【\[]?(?:扫一扫|扫码|微信扫|长按).{0,24}"),
    Form("page mark", "页", r"[（(【\[]?(?:续|接|见)(?:上|下|前|后)页[）)】\]]?"),
)
"""Whole lines that are no part of any text."""

AROUND = (
    Form(
        "navigation",
        "位置",
        r"(?:当前|您(?:现在)?(?:的|所在)?(?:的)?|你所在的?|现在)?位置 *[:：>].*",
    ),
    Form("navigation", "首页", r"(?:网站)?首页.{0,80}"),
    Form("navigation", "> » › → >", "[^>»›→]{1,20}(?:[>»›→]+[^>»›→]{1,30}){1,8}"),
    Form("navigation", "一篇 一条 一页 一个", "(?:上|下)一(?:篇|条|页|个).{0,80}"),
    Form(
        "navigation",
        "返回 网站 我们 无障碍 声明 首页 收藏 动版 机版 繁体 简体 登录 注册 >>",
        "返回(?:首页|顶部|上一页|列表)?|网站地图|联系我们|关于我们|无障碍(?:阅读|浏览)?|隐私声明|网站声明"
        "|设为首页|加入收藏|网站导览|网站导航|回首页|移动版|手机版|繁体|简体|登录|注册|>>",
    ),
    Form(
        "site clock",
        "星期 周 礼拜",
        r"(?:今天是|现在是|当前时间|北京时间|今日)?[:： ]*.{0,6}\d{4}.{4,9}[日号]?"
        rf".{{0,12}}{_WEEKDAY}.{{0,20}}",
    ),
    Form(
        "site clock",
        "今天 现在 当前 北京时间 星期 周 礼拜",
        rf"(?:今天是|现在(?:是|时间)|当前时间|北京时间).{{0,40}}|{_WEEKDAY}",
    ),
    Form(
        "related links",
        "相关 推荐 热点 最新 延伸",
        "(?:相关|推荐|热点|最新|延伸)"
        "(?:解读|阅读|链接|文件|稿件|新闻|附件|报道|信息|文章|政策|推荐)[:：]?.{0,60}",
    ),
    Form(
        "related links",
        "解读 访谈 报道 图解 读懂 解析",
        "(?:文字|图片|图文|图解|视频|访谈|专家|媒体|政策|一图|动漫|音频|数字|H5)"
        "(?:解读|访谈|报道|图解|读懂|解析)[:：]?",
    ),
    Form(
        "attachment",
        "附件下载 .doc .pdf .xls .wps .et .ofd .zip .rar .jpg .png",
        "附件下载.{0,60}|(?:附件[0-9一二三四五]*[:：.]? *)?"
        r".{0,60}\.(?:docx?|pdf|xlsx?|wps|et|ofd|zip|rar|jpg|png)(?: *[(（].{0,20}[)）])?",
    ),
    Form(
        "footer",
        "版权所有 ICP备 公安 公网安备 网站标识码 Copyright All",
        ".{0,30}(?:版权所有|ICP备|公网安备|网站标识码|Copyright|All Rights Reserved).{0,80}",
    ),
    Form(
        "footer",
        ": ：",
        "(?:主办|承办|协办|技术支持|地址|邮编|电话|传真|邮箱|E-?mail)(?:单位)? *[:：].{0,80}",
    ),
    Form(
        "imprint",
        "抄送 抄报 主送 印发 分送 本版 共印 印数",
        r"(?:抄送|抄报|主送|印发|分送)[:：].{0,200}|本版.{1,60}"
        r"|.{2,30}办公室 +.{6,14}印发|(?:共印|印数)\d+份.{0,4}",
    ),
    Form(
        "imprint",
        "编 审 校 来源 记者 通讯员 新华社 本报讯 下载次数",
        r"[（(](?:责任编辑|责编|编辑|记者|通讯员|新华社|本报讯).{0,40}[）)]"
        r"|(?:来源|编辑|审核|校对|责编|责任编辑|初审|终审)[:：].{0,60}"
        r"|责任编辑 .{0,60}|下载次数[:：]?.{0,10}",
    ),
    Form(
        "widget",
        "我要 找错 纠错 打印 关闭 次数",
        "我要(?:纠错|评论|留言|咨询)|政府网站找错|网站纠错|打印本页|关闭窗口|(?:浏览|阅读)次数.{0,20}",
    ),
)
"""Whole lines above and below the article."""

_WIDGETS = (
    "字体大小 文字大小 字级设定 字级设置 字体 字号 超大 特大 标准 大 中 小 默认 缩小 放大 "
    "正常 打印本页 打印 关闭窗口 关闭本页 关闭 收藏本页 我要收藏 我要打印 收藏 分享到 "
    "分享至 分享 转发 微信好友 微信 微博 新浪微博 新浪 腾讯微博 QQ空间 QQ好友 QQ 朋友圈 "
    "空间 二维码 A+ A- A T+ T- T 保存 纠错 视力保护色 保护视力色 视力保护 白 绿 黄 粉 橙 灰 "
    "朗读全文 朗读 语音播报 语音 听全文 播报 下载文字版 下载PDF版 下载 复制链接 复制 "
    "返回顶部 顶部 点赞 到 至 当前页面 在手机 用手机 打开 查看 一键 人民网 豆瓣 邮件 更多 "
    "【 】 [ ] ( ) （ ） | ｜ : ： / · • , ， 、 > < + -"
)


_LONGEST = 60
"""Code points of the longest line that `ANYWHERE` is about."""

_LONGEST_AROUND = 240
"""Code points of the longest line that `AROUND` is about."""


@cache
def _widgets() -> tuple[str, ...]:
    return tuple(sorted(_WIDGETS.split(), key=len, reverse=True))


def anywhere(line: str) -> str:
    """Return why a line is no part of any text, or nothing."""
    return _reason(ANYWHERE, line) if len(line) <= _LONGEST else ""


def is_widget(line: str) -> bool:
    """Tell whether a line holds only what one clicks at: font sizes, sharing, printing."""
    rest = "".join(one_form(line).split())
    if len(rest) > _LONGEST:
        return False
    while rest:
        word = next(filter(rest.startswith, _widgets()), "")
        if not word:
            return False
        rest = rest[len(word) :]
    return True


def around(line: str) -> str:
    """Return why a line above or below the article is no part of it, or nothing."""
    if is_widget(line):
        return "widget"
    return anywhere(line) or (_reason(AROUND, line) if len(line) <= _LONGEST_AROUND else "")


def _reason(forms: tuple[Form, ...], line: str) -> str:
    line = one_form(line)
    for form in forms:
        if any(word in line for word in form.words.split()) and re.fullmatch(form.pattern, line):
            return form.reason
    return ""


_JUMP = (
    r"[（(【\[](?:下转|上接|下接|转|接)(?:本报)?第?[一二三四五六七八九十0-9A-Z]{1,3}版"
    r"[^）)】\]]{0,12}[）)】\]]"
)


def jumps(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of newspaper jumps in a paragraph: （下转第四版）."""
    if "版" in text:
        for match in re.finditer(_JUMP, text):
            yield match.span()
