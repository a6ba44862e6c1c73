"""Compiles the message catalogues when the package is built or installed, so that a wheel speaks four languages."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        for source in Path(self.root, "src").rglob("*.po"):
            locale = source.parent.parent.name
            with source.open("rb") as stream:
                catalogue = read_po(stream, locale=locale)
            with source.with_suffix(".mo").open("wb") as stream:
                write_mo(stream, catalogue)
