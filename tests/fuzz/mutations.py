"""Ways to spoil a file a little: its bytes, its archive, its XML, its delimited text."""

import io
import warnings
import zipfile
from random import Random

_NUMBERS = ("1e400", "-0", "NaN", "45000", "1,5", "9" * 40, "0x10", "")
_TEXTS = ("&#0;", "<", "]]>", "&x;", "\ufeff", "=1+1", "A" * 5000, "\u202e", "12/11/10")
_ATTRIBUTES = (b' t="d"', b' t="e"', b' t="inlineStr"', b' s="999999"', b' r="ZZZZ99"', b' r="A0"')


def spoiled(content: bytes, chance: Random) -> bytes:
    """The file with one to three mutations that fit what it is."""
    for _ in range(chance.randint(1, 3)):
        if content[:2] == b"PK" and chance.random() < 0.75:
            content = _archive(content, chance)
        elif content[:2] == b"PK" or chance.random() < 0.3:
            content = _bytes(content, chance)
        else:
            content = _delimited(content, chance)
    return content


def _bytes(content: bytes, chance: Random) -> bytes:
    at = chance.randrange(max(1, len(content)))
    kind = chance.randrange(4)
    if kind == 0:
        return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
    if kind == 1:
        return content[:at]
    if kind == 2:
        return content[:at] + chance.randbytes(chance.randint(1, 64)) + content[at:]
    return content[:at] + content[at + chance.randint(1, 64) :]


def _archive(content: bytes, chance: Random) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as source:
            parts = [(name, source.read(name)) for name in source.namelist()]
    except Exception:  # no archive any more: whatever zipfile says of it
        return _bytes(content, chance)
    if not parts:
        return _bytes(content, chance)
    at = chance.randrange(len(parts))
    name, text = parts[at]
    kind = chance.randrange(8)
    if kind == 0:
        del parts[at]
    elif kind == 1:
        parts.append((name, _xml(text, chance)))
    elif kind == 2:
        parts[at] = (chance.choice(("../evil.xml", name.upper(), "xl/worksheets/sheet99.xml")), text)
    else:
        parts[at] = (name, _xml(text, chance))
    return _packed(parts, chance)


def _packed(parts: list[tuple[str, bytes]], chance: Random) -> bytes:
    target = io.BytesIO()
    warnings.simplefilter("ignore")  # a name twice is what is wanted
    method = chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    with zipfile.ZipFile(target, "w", method) as book:
        for name, text in parts:
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            book.writestr(info, text)
    return target.getvalue()


def _xml(text: bytes, chance: Random) -> bytes:
    places = [at for at in range(len(text)) if text[at : at + 1] in b"<>"] or [0]
    at = chance.choice(places)
    kind = chance.randrange(7)
    if kind == 0:
        return text[:at] + chance.choice(_TEXTS).encode("utf-8", "surrogatepass") + text[at:]
    if kind == 1:
        values = text.split(b"<v>")
        if len(values) > 1:
            where = chance.randrange(1, len(values))
            values[where] = chance.choice(_NUMBERS).encode() + values[where][values[where].find(b"<") :]
        return b"<v>".join(values)
    if kind == 2:
        cells = text.split(b"<c ")
        if len(cells) > 1:
            where = chance.randrange(1, len(cells))
            cells[where] = chance.choice(_ATTRIBUTES).strip() + b" " + cells[where]
        return b"<c ".join(cells)
    if kind == 3:
        rows = text.split(b"<row")
        chance.shuffle(rows[1:])
        return b"<row".join([rows[0], *rows[:0:-1]])
    if kind == 4:
        end = chance.choice(places)
        return text[: min(at, end)] + text[max(at, end) :]
    if kind == 5:
        return text.replace(b"UTF-8", chance.choice((b"UTF-16", b"latin-1", b"nonsense")), 1)
    return _bytes(text, chance)


def _delimited(content: bytes, chance: Random) -> bytes:
    lines = content.split(b"\n")
    at = chance.randrange(len(lines))
    kind = chance.randrange(6)
    if kind == 0:
        lines[at] = lines[at].replace(b",", chance.choice((b";", b"\t", b"|", b",,")))
    elif kind == 1:
        lines[at] += b'"'
    elif kind == 2:
        lines.insert(at, chance.choice(_TEXTS).encode("utf-8"))
    elif kind == 3:
        return content.decode("utf-8", "replace").encode(
            chance.choice(("utf-16", "cp1252", "utf-8-sig")), "replace"
        )
    elif kind == 4:
        chance.shuffle(lines)
    else:
        lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)] + b"\0"
    return b"\n".join(lines)
