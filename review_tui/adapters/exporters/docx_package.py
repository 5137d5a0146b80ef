"""The parts of a Word document that are the same for all minutes, and the archive that they stand in.

Written by hand rather than by a library: python-docx knows neither tracked changes nor replies to comments,
and puts the time of writing into its archive. Here the same minutes always give the same bytes.
"""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from review_tui.model.visible import sendable

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15"'
)
TEXT_WIDTH = 9070
"""Twips between the margins of an A4 page: 16 cm."""
_PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive knows: every part is as old."""
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EXTENDED_RELATION = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_PARTS = ("styles", "numbering", "settings", "header", "footer", "comments", "commentsExtended")


def words(text: str) -> str:
    """``text`` as XML may hold it."""
    return escape(sendable(text))


def attribute(text: str) -> str:
    """``text`` on one line, between quotes, as the value of an attribute."""
    return quoteattr(" ".join(sendable(text).split()))


def bookmark(name: str, number: int) -> str:
    """A bookmark at one place of a paragraph; no two have the same number."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def package(title: str, parts: Mapping[str, str], properties: Mapping[str, str]) -> bytes:
    """A Word document of these parts by name: ``document``, ``header``, ``footer``, perhaps ``comments``.

    ``properties`` are noted in it, by name: who opens it sees them among its custom properties only.
    """
    custom = {"docProps/custom.xml": _custom(properties)} if properties else {}
    files = {
        "[Content_Types].xml": _content_types(parts, has_custom=bool(custom)),
        "_rels/.rels": _relationships(
            {
                "rId1": ("officeDocument", "word/document.xml"),
                "rId2": ("core", "docProps/core.xml"),
                **dict(zip(["rId3"], [("custom-properties", name) for name in custom], strict=False)),
            }
        ),
        "docProps/core.xml": _core(title),
        **custom,
        "word/_rels/document.xml.rels": _relationships(
            {relation_id(name): (name, f"{name}.xml") for name in _PARTS if name in _with_fixed_parts(parts)}
        ),
        **{f"word/{name}.xml": xml for name, xml in _with_fixed_parts(parts).items()},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, xml in files.items():
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, (_PROLOGUE + xml).encode("utf-8"))
    return stream.getvalue()


def relation_id(part: str) -> str:
    """What the document calls one of its parts."""
    return f"rId{_PARTS.index(part) + 1}"


def _with_fixed_parts(parts: Mapping[str, str]) -> dict[str, str]:
    return {**parts, "styles": _STYLES, "numbering": _NUMBERING, "settings": _SETTINGS}


def _content_types(parts: Mapping[str, str], *, has_custom: bool) -> str:
    named = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.'
        f'{"document.main" if name == "document" else name}+xml"/>'
        for name in _with_fixed_parts(parts)
    )
    custom = (
        '<Override PartName="/docProps/custom.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{named}{custom if has_custom else ''}"
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relationships(named: Mapping[str, tuple[str, str]]) -> str:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    kinds = {"core": core, "commentsExtended": _EXTENDED_RELATION}
    inner = "".join(
        f'<Relationship Id="{key}" Type="{kinds.get(kind, f"{_OFFICE_RELATION}/{kind}")}" Target="{target}"/>'
        for key, (kind, target) in named.items()
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def _core(title: str) -> str:
    return (
        "<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{words(title)}</dc:title></cp:coreProperties>'
    )


def _custom(properties: Mapping[str, str]) -> str:
    """Each property by its name. Their kind is that of all that users add (ECMA-376 part 1, 22.3)."""
    inner = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name={attribute(name)}>'
        f"<vt:lpwstr>{words(said)}</vt:lpwstr></property>"
        for number, (name, said) in enumerate(properties.items(), start=2)
    )
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f"{inner}</Properties>"
    )


def _style(name: str, says: str, paragraph: str = "", run: str = "", *, based_on: str = "Normal") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    default = "" if based_on else ' w:default="1"'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{name}"><w:name w:val="{says}"/>{base}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _heading_style(level: int) -> str:
    size = max(22, 28 - 2 * level)
    return _style(
        f"Heading{level}",
        f"heading {level}",
        f'<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="{level - 1}"/>',
        f'<w:b/><w:sz w:val="{size}"/>',
    )


_TABS = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
_STYLES = (
    f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="22"/>'
    '<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + _style("Normal", "Normal", '<w:spacing w:after="120" w:line="264" w:lineRule="auto"/>', based_on="")
    + _style("Title", "Title", '<w:spacing w:after="60"/>', '<w:b/><w:sz w:val="36"/>')
    + "".join(map(_heading_style, range(1, 7)))
    + _style(
        "Roll",
        "Roll",
        '<w:tabs><w:tab w:val="left" w:pos="1985"/></w:tabs><w:ind w:left="1985" w:hanging="1985"/>',
    )
    + _style("ListBullet", "List Bullet", '<w:spacing w:after="60"/>')
    + _style("ListNumber", "List Number", '<w:spacing w:after="60"/>')
    + _style(
        "Resolution",
        "Resolution",
        '<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="808080"/></w:pBdr>'
        '<w:ind w:left="567"/>',
    )
    + _style("Quote", "Quote", '<w:ind w:left="567" w:right="567"/>')
    + _style("Cell", "Cell", '<w:spacing w:before="40" w:after="40"/>')
    + _style("Header", "header", f'{_TABS}<w:spacing w:after="0"/>', '<w:sz w:val="18"/>')
    + _style("Footer", "footer", f'{_TABS}<w:spacing w:after="0"/>', '<w:sz w:val="18"/>')
    + _style("CommentText", "annotation text", '<w:spacing w:after="0"/>', '<w:sz w:val="20"/>')
    + "</w:styles>"
)
_NUMBERING = (
    f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">'
    '<w:multiLevelType w:val="hybridMultilevel"/>'
    + "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{567 + 425 * level}" w:hanging="425"/></w:pPr></w:lvl>'
        for level, sign in enumerate("\u2022\u2013\u2022\u2013")
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_SETTINGS = (
    f'<w:settings {NAMESPACES}><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)
