"""Makes small DOCX files out of snippets of WordprocessingML."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    f'xmlns:r="{_R}"'
)
_ROOTS = {"footnotes": "footnotes", "endnotes": "endnotes", "header": "hdr", "footer": "ftr"}


def docx(body="", *, w=W, encoding="utf-8", raw=None, method=ZIP_DEFLATED, **parts):
    """Return a DOCX; `parts` by kind are the inner XML of styles, numbering, footnotes, header…

    Args:
        body: The inner XML of w:body.
        w: The namespace of WordprocessingML.
        encoding: Of all parts.
        raw: Names of parts → bytes that stand in their place.
        method: How entries are compressed.
        parts: As above.
    """
    files = {"word/document.xml": _part("document", f"<w:body>{body}</w:body>", w, encoding)}
    for kind, inner in parts.items():
        files[f"word/{kind}.xml"] = _part(_ROOTS.get(kind, kind), inner, w, encoding)
    files["_rels/.rels"] = _relations({"officeDocument": "word/document.xml"})
    files["word/_rels/document.xml.rels"] = _relations({kind: f"{kind}.xml" for kind in parts})
    return zipped(files | (raw or {}), method)


def zipped(files, method=ZIP_DEFLATED):
    stream = BytesIO()
    with ZipFile(stream, "w", method) as archive:
        for name, data in files.items():
            if data is not None:
                archive.writestr(name, data)
    return stream.getvalue()


def _part(root, inner, w, encoding):
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    return f'{head}<w:{root} xmlns:w="{w}" {_SPACES}>{inner}</w:{root}>'.encode(encoding)


def _relations(targets):
    inner = "".join(
        f'<Relationship Id="rId{at}" Type="{_R}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}">{inner}</Relationships>'.encode()


def r(text, properties=""):
    return (
        f'<w:r>{_properties("r", properties)}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def p(content="", properties=""):
    """Return a paragraph of runs, or of a plain text."""
    content = content if content.startswith("<") else r(content) if content else ""
    return f"<w:p>{_properties('p', properties)}{content}</w:p>"


def numbered(content, num, level=0, more=""):
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    return p(content, numbering + more)


def styled(content, style, more=""):
    return p(content, f'<w:pStyle w:val="{style}"/>{more}')


def table(*rows):
    """Return a table of rows of cells, each a text or the XML of its content."""
    return f"<w:tbl><w:tblPr/>{''.join(map(row, rows))}</w:tbl>"


def row(cells, properties=""):
    return f"<w:tr>{_properties('tr', properties)}{''.join(map(cell, cells))}</w:tr>"


def cell(content, properties=""):
    content = content if content.startswith("<") else p(content)
    if content.startswith("<w:tc>"):
        return content
    return f"<w:tc>{_properties('tc', properties)}{content}</w:tc>"


def style(name, properties="", *, based="", kind="paragraph", title="", run="", more=""):
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}" {more}><w:name w:val="{title or name}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + f"{_properties('p', properties)}{_properties('r', run)}</w:style>"
    )


def level(index, text, form="decimal", *, start=1, more="", suffix="nothing"):
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def abstract(number, *levels):
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number, of, overrides=""):
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def field(instruction, result):
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _properties(of, inner):
    return f"<w:{of}Pr>{inner}</w:{of}Pr>" if inner else ""
