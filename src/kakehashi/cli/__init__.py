"""The command `kakehashi`: each engine and the office contribute one group, loaded only when it is called."""

from kakehashi.cli.root import main

__all__ = ["main"]
