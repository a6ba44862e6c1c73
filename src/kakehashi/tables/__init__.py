"""Tables from anywhere, read safely: CSV in the encodings of East Asia, workbooks, archives of one table."""

from kakehashi.tables.export import neutralise, write_csv
from kakehashi.tables.header import fold_column
from kakehashi.tables.limits import Limits
from kakehashi.tables.row import TableProblem, TableRow
from kakehashi.tables.sentences import SENTENCES
from kakehashi.tables.table import Table, open_table

__all__ = [
    "SENTENCES",
    "Limits",
    "Table",
    "TableProblem",
    "TableRow",
    "fold_column",
    "neutralise",
    "open_table",
    "write_csv",
]
