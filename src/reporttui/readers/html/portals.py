"""What is known of the portals' markup, as data: where their systems put things, and their words.

The systems and their names are those that public pages show: TRS WCM, Kaipu (UCAP), Hanweb
(jcms), Webber (Boda), the State Council's gov.cn, and WeChat. The names of `<meta>` are those that
the State Council's guide to government sites (国办发〔2017〕47号) asks for.
"""

from __future__ import annotations

CONTENTS = (
    "#js_content",  # WeChat
    "#ucap-content",  # gov.cn and Kaipu
    ".ucapcontent",
    ".trs_ueditor",  # TRS WCM
    ".trs_editor",
    ".trs_editor_view",
    ".custom_unionstyle",
    "#zoomcon",
    "#vsb_content",  # Webber
    ".v_news_content",
    "#zoom",  # Hanweb
    ".bt_content",
    ".pages_content",
    ".xxgk_content",
    ".wzxxk",
    ".wordsection1",  # Word
    ".section0",
)
"""Ids and classes, in lower case, of what holds the text of an article; surer ones first."""

LIKELY_CONTENTS = (
    ".article_content",
    ".article-content",
    ".arti_con",
    ".news_content",
    ".main-txt",
    "#artibody",
)
"""The same, of names so plain that other sites give them to more than the text."""

FIELDS = {
    "title": ("articletitle", "og:title"),
    "published": ("pubdate", "firstpublishedtime"),
    "source": ("contentsource",),
}
"""Field of a report → names of `<meta>`, in lower case, that give it."""

TITLES = r"title|(?:^|[-_])(?:bt|tit|biaoti|headline|activity-name)(?:$|[-_\d])"
"""Ids and classes of what holds a title."""

NOISE = {
    "navigation": (
        r"nav|menu|crumb|position|location|weizhi|dqwz|header|topbar|toolbar|search|sidebar|"
        r"^(?:top|head|side|aside|logo|banner|path)(?:$|[-_\d])|(?:^|[-_])lm(?:$|[-_])"
    ),
    "footer": r"foot|copyright|beian|bottom|^(?:link|yqlj)s?(?:$|[-_\d])",
    "widget": (
        r"share|qr|ewm|erweima|saoma|sweep|print|font-?s|fontsize|text-?size|switchsize|"
        r"zoom-?(?:in|out)|bshare|jiathis|article-(?:zoom|infos-func)|player|barrier|"
        r"comment|reply|login|popup|dialog|modal|toast|reward|profile|like"
    ),
    "related links": (
        r"relat|recommend|xgwj|xgxx|xgnr|xglj|xgyd|prev|next|^hot|rank|(?:^|[-_])tags?$"
    ),
}
"""Reason → ids and classes, in lower case, of what is no part of an article."""

WORDS = {
    "navigation": (
        r"当前位置|您的位置|您现在的位置|所在位置|无障碍浏览|长者|网站首页|设为首页|热门搜索|^首页"
    ),
    "footer": r"ICP备|公网安备|网站标识码|版权所有|主办单位|技术支持|网站地图|联系我们|Copyright|©",
    "related links": r"相关(?:阅读|文章|链接|新闻|信息|解读|稿件|推荐|政策|文件|报道)|上一[篇条页]|"
    r"下一[篇条页]|延伸阅读|推荐阅读|热点|排行|友情链接|猜你喜欢|大家都在",
}
"""Reason → words that tell a block by what it says."""

WIDGET_WORD = (
    r"字体|字号|背景色|护眼色?|放大|缩小|正常|默认|超大|特大|大|中|小|标准|打印(?:本[页文稿]|此文)?|"
    r"关闭(?:本?页面?|窗口|此页)?|收藏(?:本[页文])?|分享(?:到|至)?(?:微信|微博|QQ|朋友圈)*|微信|微博|"
    r"QQ空间|新浪微博|腾讯微博|朋友圈|人人网|复制链接|返回顶部|返回|纠错|我要纠错|朗读|语音播报|"
    r"(?:扫一扫|微信扫一扫|用微信)[^，。；]{0,24}|下载(?:本文|文字版|图片版)|保存|二维码|[AaTt][-+]"
)
"""A word of the widgets around an article: font size, sharing, printing, QR codes."""

WIDGET_SIGNS = r"[\s:：|｜/【】\[\]()（）<>《》·、+\-—_“”]"
"""What stands between such words."""

SURE_WIDGET_WORD = r"字体|字号|打印|关闭|分享|收藏|扫一扫|纠错|返回顶部"
"""One that no table's cell is likely to say together with another one."""

LABEL = (
    r"(?:索引号|信息索引号?|统一编号|文号|发文字号|文件编号|公文种类|发布机构|发布单位|发布部门|"
    r"发文机关|发文机构|发文单位|发文日期|制发机关|公开机构|公开单位|责任部门|成文日期|成文时间|"
    r"生成日期|生成时间|形成日期|印发日期|发布日期|发布时间|公开日期|公开时间|更新时间|日期|时间|"
    r"主题词?|关键词|主题分类|信息分类|分类|服务对象分类|体裁分类|体裁|组配分类|公开方式|公开形式|"
    r"公开范围|公开类别|公开时限|公开属性|名称|信息名称|文件名称|标题|内容概述|信息来源|文章来源|"
    r"稿件来源|来源|作者|供稿|撰稿|责任编辑|责编|编辑|审核|校对|签发|有效性|时效性|有效期|"
    r"是否有效|废止日期|失效日期|施行日期|生效日期|实施日期|浏览次数|浏览量|点击数|点击率|访问量|"
    r"阅读量?|阅读次数)"
)
"""What the lines of a portal's metadata begin with."""

ATTACHED_FILE = r"\.(?:docx?|xlsx?|pptx?|wps|et|pdf|ofd|rtf|txt|zip|rar|7z)(?:$|[?#])"
"""How the address of an attached file ends."""

ATTACHMENTS = r"attach|fujian|appendix|(?:^|[-_])fj(?:$|[-_\d])|annex|enclosure"
"""Ids and classes of what lists attachments."""
