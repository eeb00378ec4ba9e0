"""The letters of a PDF: a wide font of the system where there is one, else the one that reportlab brings."""

import re
from functools import cache
from pathlib import Path
from typing import Final

import reportlab
from arabic_reshaper import reshape
from bidi import get_base_level, get_display
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

NORMAL, BOLD = "Realized", "Realized-Bold"
_WIDE: Final = (
    ("/usr/share/fonts/truetype/dejavu", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    ("/usr/share/fonts/TTF", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    ("/usr/share/fonts/truetype/liberation", "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    ("/Library/Fonts", "Arial Unicode.ttf", "Arial Unicode.ttf"),
    ("C:/Windows/Fonts", "arial.ttf", "arialbd.ttf"),
)
_CLOSING: Final = ")]}"
_PARTNERS: Final = dict(zip("([{)]}", ")]}([{", strict=True))
_FROM_THE_RIGHT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")  # Hebrew to Arabic


@cache
def register() -> None:
    """Make NORMAL and BOLD known to reportlab, once a process."""
    own = (str(Path(reportlab.__file__).parent / "fonts"), "Vera.ttf", "VeraBd.ttf")
    for folder, normal, bold in (*_WIDE, own):
        try:
            pdfmetrics.registerFont(TTFont(NORMAL, str(Path(folder) / normal)))
            pdfmetrics.registerFont(TTFont(BOLD, str(Path(folder) / bold)))
        except (TTFError, OSError):
            continue
        return


def drawable(text: str) -> str:
    """The text in letters of the font, Arabic ones joined, with a box for each that it does not have."""
    known = pdfmetrics.getFont(NORMAL).face.charToGlyph
    joined = reshape(text) if from_the_right(text) else text
    return "".join(letter if ord(letter) in known or letter in "\n\t" else "\u25a1" for letter in joined)


def from_the_right(text: str) -> bool:
    """Whether some of it is read from right to left."""
    return bool(_FROM_THE_RIGHT.search(text))


def as_seen(line: str, whole: str | None = None) -> str:
    """The letters of a line from left to right, as they are drawn; `whole` is the text it is a line of."""
    if not from_the_right(line):
        return line
    return _turned(get_display(line, base_dir="R" if get_base_level(whole or line) else "L"))


def _turned(seen: str) -> str:
    """The brackets that stand the wrong way round, now that what is between them runs from the right."""
    letters, open_places = list(seen), list[int]()
    for place, letter in enumerate(letters):
        if letter not in _PARTNERS:
            continue
        if not open_places or letters[open_places[-1]] != _PARTNERS[letter]:
            open_places.append(place)
            continue
        first = open_places.pop()
        if letters[first] in _CLOSING:
            letters[first], letters[place] = letter, letters[first]
    return "".join(letters)
