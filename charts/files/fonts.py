"""The letters of a PDF: a wide font of the system where there is one, else the one that reportlab brings."""

from functools import cache
from pathlib import Path
from typing import Final

import reportlab
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
    """The text with a box in place of each letter that the font does not have."""
    known = pdfmetrics.getFont(NORMAL).face.charToGlyph
    return "".join(letter if ord(letter) in known or letter in "\n\t" else "\u25a1" for letter in text)
