"""The register and the organisations that the search of every page is tested with."""

from tests.office.organisations.conftest import register, secret, toyota

__all__ = ["register", "secret", "toyota"]
