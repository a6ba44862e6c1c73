"""How large a table may be before it is refused, so that one file cannot exhaust the machine."""

from dataclasses import dataclass

from kakehashi.kernel import WrongInput

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one table; sizes are bytes.

    `file_bytes` bounds the file as stored, `unpacked_bytes` what an archive may grow to, `workbook_bytes` the
    same for a workbook (whose texts are held in memory), `ratio` unpacked : packed (checked above 10 MiB),
    `line_bytes` one physical line, `columns` the width of a table.
    """

    file_bytes: int = 1024 * MIB
    unpacked_bytes: int = 4096 * MIB
    workbook_bytes: int = 256 * MIB
    ratio: int = 200
    line_bytes: int = MIB
    columns: int = 1000

    def __post_init__(self) -> None:
        if min(self.file_bytes, self.unpacked_bytes, self.workbook_bytes, self.ratio, self.line_bytes) < 1:
            raise WrongInput("tables.limits_not_positive")
        if self.columns < 1:
            raise WrongInput("tables.limits_not_positive")

    def check_unpacked(self, *, packed: int, unpacked: int, most: int) -> None:
        """Refuses an archive that would grow beyond `most` bytes, or suspiciously much for its size."""
        if unpacked > most:
            raise WrongInput("tables.unpacked_too_big", size=megabytes(unpacked), limit=megabytes(most))
        if unpacked > 10 * MIB and unpacked > self.ratio * max(packed, 1):
            raise WrongInput("tables.packed_too_tightly", ratio=unpacked // max(packed, 1), limit=self.ratio)


def megabytes(size: int) -> int:
    """`size` bytes in whole mebibytes, rounded up."""
    return -(-size // MIB)
