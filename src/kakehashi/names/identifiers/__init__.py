"""Identifiers of organisations: formats, check digits, one normal spelling."""

from kakehashi.names.identifiers.schemes import SCHEMES, Identifier, Scheme, check, guess

__all__ = ["SCHEMES", "Identifier", "Scheme", "check", "guess"]
