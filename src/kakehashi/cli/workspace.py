"""A workspace on disk, and the environment in which the office's processes run on it."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder that holds everything of one office: database, register store, files, key."""

    home: Path
    demo: bool = False

    def prepare(self) -> None:
        """Makes the folder and its secret key, if they are not there."""
        self.home.mkdir(parents=True, exist_ok=True)
        key = self.home / "secret.key"
        if not key.exists():
            key.touch(mode=0o600)
            key.write_text(secrets.token_urlsafe(48), encoding="ascii")

    def environment(self) -> dict[str, str]:
        """The process environment for commands of the office on this workspace."""
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "kakehashi.office.config.settings",
            "KAKEHASHI_HOME": str(self.home.resolve()),
            "KAKEHASHI_DEMO": "yes" if self.demo else os.environ.get("KAKEHASHI_DEMO", "no"),
        }

    def enter(self) -> None:
        """Sets up Django on this workspace in the present process."""
        os.environ.update(self.environment())
        import django

        django.setup()
