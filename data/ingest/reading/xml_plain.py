"""XML in the plain form that Excel and the common libraries write, read without an XML parser.

Plain means: UTF-8, one namespace, no comments and no DTD, no white space between the elements, and
the usual attributes in the usual order. Then one regular expression cuts a part into its elements,
and every character must belong to one of them. At the first character out of place `NotPlain` is
raised, and the part is read by expat: this way is quicker, never more tolerant.
"""

import re

from data.ingest.reading.xml_parts import SHEETS

_DECLARATION = (
    rb"(?:\xef\xbb\xbf)?"
    rb'(?:<\?xml version="1\.0"(?: encoding="(?i:utf-8)")?(?: standalone="(?:yes|no)")?\s?\?>\s*)?'
)
_NAMESPACE = rb'xmlns="(?:' + "|".join(map(re.escape, SHEETS)).encode() + rb')"'
_CONTROL = bytes(set(range(32)) - {0x09, 0x0A})  # a carriage return would have to become a line feed
_NEVER = (b"]]>", "\ufffe".encode(), "\uffff".encode())
_REFERENCE = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));", re.ASCII)
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


class NotPlain(Exception):
    """The part is not written in the plain form."""


def root(element: str) -> re.Pattern[bytes]:
    """Matches the beginning of a part up to the end of its root's start tag."""
    return re.compile(_DECLARATION + rb"<" + element.encode() + rb" [^>]*?" + _NAMESPACE + rb"[^>]*>")


def decoded(content: bytes) -> str:
    """The text of plain XML; raises NotPlain where a parser would change or refuse a character."""
    if len(content.translate(None, _CONTROL)) != len(content) or any(each in content for each in _NEVER):
        raise NotPlain
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise NotPlain from None


def without_references(text: str) -> str:
    """The text that XML means; raises NotPlain for an ampersand that stands for nothing known."""
    if "&" not in text:
        return text
    if text.count("&") != len(_REFERENCE.findall(text)):
        raise NotPlain
    return _REFERENCE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    if match[1]:
        return _NAMED[match[1]]
    code = int(match[2]) if match[2] else int(match[3], 16)
    if code not in (9, 10, 13) and not 32 <= code <= 0xD7FF and not 0xE000 <= code <= 0xFFFD:
        raise NotPlain
    return chr(code)
