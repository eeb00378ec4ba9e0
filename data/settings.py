"""Every setting of the product: its environment variable, its default and what it does."""

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from data.errors import SettingError


@dataclass(frozen=True)
class Setting:
    """One environment variable, as documented in docs/settings.md."""

    name: str
    default: str
    help: str

    def text(self) -> str:
        return os.environ.get(self.name) or self.default

    def number(self) -> int:
        try:
            value = int(self.text())
        except ValueError:
            raise SettingError(self.name, self.text(), "it must be a whole number") from None
        if value <= 0:
            raise SettingError(self.name, self.text(), "it must be above zero")
        return value


HOME = Setting(
    "REALIZED_HOME", "var", "Folder that holds the data versions, the ledger and the files received."
)
PORT = Setting("PORT", "8501", "Port of the dashboard.")
UPLOAD_MB = Setting("REALIZED_UPLOAD_MB", "50", "Largest file accepted, in megabytes.")
CHILD_MB = Setting("REALIZED_CHILD_MB", "1024", "Memory that reading a file may take, in megabytes.")
CHILD_SECONDS = Setting("REALIZED_CHILD_SECONDS", "90", "Time that reading a file may take, in seconds.")
LOG_LEVEL = Setting(
    "REALIZED_LOG_LEVEL", "INFO", "Least level that is logged: DEBUG, INFO, WARNING or ERROR."
)
SIGN_IN = Setting(
    "REALIZED_SIGN_IN",
    "local",
    "Who may look: `local` lets everybody who reaches the server in; `closed` nobody.",
)

ALL = (HOME, PORT, UPLOAD_MB, CHILD_MB, CHILD_SECONDS, LOG_LEVEL, SIGN_IN)


def home() -> Path:
    """The store's folder, absolute; not created here."""
    return _absolute(HOME.text(), Path.cwd())


@lru_cache(maxsize=8)
def _absolute(written: str, _working_folder: Path) -> Path:
    return Path(written).expanduser().resolve()
