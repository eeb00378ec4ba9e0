"""Turns: how many pages are drawn at once.

Python draws one page at a time whatever is asked of it. When fifty people ask in the same second, drawing
all of them together makes everybody wait for the last one, and the server too busy to send what is done.
Pages for stewards take no turn: they wait for files to be read, not for Python.
"""

import os
import threading
from typing import Final

AT_ONCE: Final = 2 * (os.cpu_count() or 1)
turn: Final = threading.BoundedSemaphore(AT_ONCE)
