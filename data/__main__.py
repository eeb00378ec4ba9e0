"""`python -m data`: loading, checking and looking after the store, for people and for scripts."""

import sys

from data.cli import main

sys.exit(main())
