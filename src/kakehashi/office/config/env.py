"""Reads settings from the environment: typed, and loud when a value cannot be understood."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PREFIX = "KAKEHASHI_"


def text(name: str, default: str = "") -> str:
    """The value of KAKEHASHI_<name>, or the content of the file that KAKEHASHI_<name>_FILE names."""
    path = os.environ.get(f"{PREFIX}{name}_FILE")
    if path:
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(PREFIX + name, default)


def flag(name: str, default: bool = False) -> bool:
    value = text(name, "yes" if default else "no").lower()
    if value in {"1", "yes", "true", "on"}:
        return True
    if value in {"0", "no", "false", "off", ""}:
        return False
    raise ImproperlyConfigured(f"{PREFIX}{name} must be yes or no, not {value!r}")


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{PREFIX}{name} must be a whole number, not {value!r}") from None


def listing(name: str, default: str = "") -> list[str]:
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def database(home: Path) -> dict[str, object]:
    """Django's settings for KAKEHASHI_DATABASE (`postgresql://user:password@host:port/name`), else SQLite in `home`."""
    url = text("DATABASE")
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": home / "office.sqlite3",
            "OPTIONS": {
                # A writer waits its turn instead of failing half-way: see docs/adr/0004.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
                "PRAGMA foreign_keys=ON;PRAGMA temp_store=MEMORY;PRAGMA cache_size=-20000;",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(f"{PREFIX}DATABASE must start with postgresql://, not {parts.scheme!r}")
    options: dict[str, object] = dict(parse_qsl(parts.query))
    host = options.pop("host", None) or parts.hostname or ""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def secret_key(home: Path, *, demanded: bool) -> str:
    """KAKEHASHI_SECRET_KEY, else a key kept in `home` (made on first use, readable by its owner only)."""
    key = text("SECRET_KEY")
    if key:
        return key
    path = home / "secret.key"
    if path.exists():
        return path.read_text(encoding="ascii").strip()
    if demanded:
        raise ImproperlyConfigured(f"Set {PREFIX}SECRET_KEY, or let `kakehashi office init` make {path}")
    return "not-a-secret: only good for commands that never serve a page"
