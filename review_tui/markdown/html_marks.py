"""What HTML looks like within Markdown. Patterns only."""

import re

TAG = re.compile(
    r"</?(?:a|abbr|article|aside|b|big|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div"
    r"|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|img|ins|kbd|li|mark|nav|ol|p|pre|q|s|samp|section|small|span"
    r"|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|wbr)(?:\s[^<>]{0,400})?/?>",
    re.IGNORECASE,
)
"""An opening or closing tag. Only those that say how words look: ``<name>`` may be a gap to be filled in."""
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
"""A comment, or the beginning of one that never ends."""
