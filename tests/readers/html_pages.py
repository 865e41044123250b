"""Makes pages in the markup of portals around one made-up article."""

from __future__ import annotations

TITLE = "青溪县人民政府关于2024年工作情况的报告"
BODY = (
    "一、主要工作情况",
    "2024年，全县上下围绕目标任务，完成道路改造12.5公里，新增绿地3.2公顷，群众满意度达到96.3%。",
    "（一）推进项目建设。全年开工项目48个，竣工36个，完成投资21.7亿元，比上年增长8.4%。",
    "二、存在的问题",
    "对照群众期盼，工作还有不足：部分项目进度偏慢，个别部门服务意识不强，需要认真加以解决。",
)
SIGNED = ("青溪县人民政府", "2025年1月15日")
META = (
    ("索引号", "qx00100-2025-0007"),
    ("文号", "青政〔2025〕3号"),
    ("发布机构", "青溪县人民政府"),
)
PUBLISHED = "发布时间：2025-01-20 09:30"
SOURCE = "来源：青溪县人民政府办公室"
ATTACHMENT = "附件：重点项目清单.xlsx"
NOISE = (
    "政务公开", "办事服务", "当前位置：首页 > 政务公开 > 政府工作报告", "字体：大 中 小", "分享到",
    "上一篇：青溪县召开春季农业生产会议", "相关阅读", "扫一扫在手机打开当前页",
    "版权所有：青溪县人民政府办公室", "某ICP备12345678号",
)  # fmt: skip

_HEAD = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}_青溪县人民政府</title>
<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2025-01-20 09:30">
<meta name="ContentSource" content="青溪县人民政府办公室"><style>p {{ color: red }}</style>
<script>var shown = "<p>脚本里的字</p>";</script></head><body>
<div class="header"><ul class="nav"><li><a href="/a">政务公开</a></li>
<li><a href="/b">办事服务</a></li></ul><form action="/s"><input value="搜索"></form></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/z">政务公开</a> &gt;
<a href="/g">政府工作报告</a></div>
"""
_TAIL = """<div class="share">分享到<a href="#">微信</a></div>
<div class="ewm">扫一扫在手机打开当前页</div>
<p><a href="/prev">上一篇：青溪县召开春季农业生产会议</a></p>
<div class="xgyd"><h3>相关阅读</h3><ul><li><a href="/1">青溪县开展安全检查</a></li></ul></div>
<div class="footer"><p>版权所有：青溪县人民政府办公室</p><p>某ICP备12345678号</p></div>
</body></html>"""


def _paragraphs() -> str:
    return "".join(f"<p>　　{text}</p>\n" for text in BODY) + "".join(
        f'<p style="text-align: right">{text}</p>\n' for text in SIGNED
    )


def _around(content: str) -> str:
    rows = "".join(f"<tr><td>{label}：</td><td>{value}</td></tr>" for label, value in META)
    return f"""<table class="xxgk">{rows}</table>
<h1>{TITLE}</h1>
<div class="info"><span>{PUBLISHED}</span> <span>{SOURCE}</span>
<span class="fontSize">字体：<a href="javascript:">大</a> <a href="javascript:">中</a>
<a href="javascript:">小</a></span></div>
{content}
<p><a href="/files/1.xlsx">{ATTACHMENT}</a></p>
"""


def trs() -> str:
    """A page of TRS WCM."""
    return f"""{_HEAD}<div class="article">{
        _around(f'<div class=TRS_Editor><div class="Custom_UnionStyle">{_paragraphs()}</div></div>')
    }</div>{_TAIL}"""


def jcms() -> str:
    """A page of Hanweb's jcms."""
    return f"""{_HEAD}<div class="wz-con">{
        _around(f'<div id="zoom" class="bt_content">{_paragraphs()}</div>')
    }</div>{_TAIL}"""


def ucap() -> str:
    """A page of Kaipu's system, as gov.cn has it."""
    return f"""{_HEAD}<div class="content">{
        _around(f'<div class="pages_content" id="UCAP-CONTENT">{_paragraphs()}</div>')
    }</div>{_TAIL}"""


def webber() -> str:
    """A page of Webber's system, within tables for its layout."""
    return f"""{_HEAD}<table><tr><td><a href="/l">通知公告</a></td><td>{
        _around(
            '<div id="vsb_content"><div class="v_news_content">' + _paragraphs() + "</div></div>"
        )
    }</td></tr></table>{_TAIL}"""


def unknown() -> str:
    """A page of no known system."""
    return f"""{_HEAD}<section class="q7"><div class="k2">{
        _around(f'<div class="z9">{_paragraphs()}</div>')
    }</div></section>{_TAIL}"""


def wechat() -> str:
    """An article of WeChat, whose text a script makes visible."""
    return f"""<html><head><title></title><meta property="og:title" content="{TITLE}"></head><body>
<div id="img-content"><h1 id="activity-name">{TITLE}</h1>
<div id="js_content" style="visibility: hidden; opacity: 0;">{
        _paragraphs().replace("<p", "<section").replace("</p", "</section")
    }</div></div><div class="qr_code_pc">微信扫一扫关注该公众号</div></body></html>"""


def word() -> str:
    """A document that Word saved as a page."""
    lines = "".join(
        f'<p class=MsoNormal style="text-indent:32.0pt"><span>{text}<o:p></o:p></span></p>\n'
        for text in (*BODY, *SIGNED)
    )
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style><!-- p.MsoNormal {{ margin: 0 }} --></style></head><body lang=ZH-CN>
<div class=WordSection1><p class=MsoNormal align=center><b>{TITLE}</b></p>
<p class=MsoNormal><![if !supportLists]><span>&nbsp;&nbsp;</span><![endif]></p>{lines}</div>
</body></html>"""


PORTALS = (trs, jcms, ucap, webber)
"""Those that have metadata and noise around the article in known markup."""
