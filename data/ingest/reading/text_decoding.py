"""Which letters the bytes of a text file stand for."""

import codecs
import re

from charset_normalizer import from_bytes

from data.ingest.findings.base import Finding, Refused
from data.ingest.findings.delimited import EncodingAssumed, NulBytes, UnknownEncoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = "cp1252"
_SAMPLE = 1 << 16
_FOREIGN = 0.3  # share of letters beyond ASCII above which a text is not in a Western language
_LETTERS = re.compile(rb"[A-Za-z]")
_BEYOND = re.compile(rb"[\x80-\xff]")


def decoded(content: bytes) -> tuple[str, str, list[Finding]]:
    """The text, the encoding it was read with, and a finding where that is an assumption.

    A byte order mark decides; else UTF-8 where every byte fits; else Western European, or what
    charset-normalizer proposes where the text is mostly made of other letters. Raises Refused for
    NUL bytes, UTF-16 without its mark, and bytes that no encoding fits.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding), encoding, []
    _no_nul(content)
    try:
        return content.decode("utf-8"), "utf-8", []
    except UnicodeDecodeError as error:
        encoding = _proposed(content)
        text = _strictly(content, encoding)
        shown = content[max(0, error.start - 20) : error.start + 20].decode(encoding, "replace")
        example = " ".join(shown.split())
        return text, encoding, [EncodingAssumed(encoding, example)]


def _strictly(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise Refused(UnknownEncoding(f"as {encoding} {str(error)[:80]}")) from None
    if "\0" in text:
        raise Refused(NulBytes(text.count("\n", 0, text.index("\0")) + 1))
    return text


def _no_nul(content: bytes) -> None:
    at = content.find(b"\0")
    if at < 0:
        return
    head = content[:_SAMPLE]
    if head.count(b"\0") * 3 > len(head):
        raise Refused(UnknownEncoding("it looks like UTF-16 without the mark that says so"))
    raise Refused(NulBytes(content.count(b"\n", 0, at) + 1))


def _proposed(content: bytes) -> str:
    beyond, ascii_letters = len(_BEYOND.findall(content)), len(_LETTERS.findall(content))
    fits = _fits(content, _WESTERN)
    if fits and beyond <= _FOREIGN * (beyond + ascii_letters):
        return _WESTERN
    best = from_bytes(content[:_SAMPLE]).best()
    if best is not None:
        return str(best.encoding)
    if fits:
        return _WESTERN
    raise Refused(UnknownEncoding("they are neither UTF-8 nor any other alphabet that is known here"))


def _fits(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
