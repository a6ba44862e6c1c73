"""What to tell a person about a table that cannot be read: what is wrong, where, and what to do."""

from kakehashi.kernel import N_, Sentences

SENTENCES: Sentences = {
    "tables.limits_not_positive": N_("A limit on the size of tables must be a positive number."),
    "tables.empty_file": N_("The file %(file)s is empty. Choose the file again, or download it once more."),
    "tables.no_text": N_("The file %(file)s holds only blank lines. Choose a file with a table in it."),
    "tables.file_too_big": N_(
        "The file %(file)s has %(size)s MB; at most %(limit)s MB can be read. "
        "Split it, or ask your administrator."
    ),
    "tables.unpacked_too_big": N_(
        "Unpacked, this file has %(size)s MB or more; at most %(limit)s MB can be read. "
        "Split it into smaller files."
    ),
    "tables.packed_too_tightly": N_(
        "This file grows %(ratio)s times when unpacked (the limit is %(limit)s), as harmful files do. "
        "Save the table as CSV and send that."
    ),
    "tables.archive_broken": N_("The file %(file)s is damaged or was cut off. Download it once more."),
    "tables.archive_not_one_table": N_(
        "The archive %(file)s holds %(count)s tables (%(names)s), and exactly one can be read. "
        "Unpack it and choose one."
    ),
    "tables.encrypted": N_("The file %(file)s is protected by a password. Save it without one."),
    "tables.old_workbook": N_(
        "The file %(file)s is a workbook in the old format, or is protected by a password. "
        "Save it as .xlsx without a password."
    ),
    "tables.workbook_broken": N_(
        "The workbook %(file)s cannot be read. Open it, save it again as .xlsx, and send that."
    ),
    "tables.no_such_sheet": N_("There is no sheet “%(sheet)s”. The sheets are: %(sheets)s."),
    "tables.not_a_table": N_("The file %(file)s is not a table. Choose a CSV file or an .xlsx workbook."),
    "tables.encoding_unknown": N_(
        "The encoding of %(file)s could not be recognised. Say which it is, or save the file as UTF-8."
    ),
    "tables.encoding_not_supported": N_(
        "The encoding “%(encoding)s” is not known here. Save the file as UTF-8."
    ),
    "tables.encoding_declared_wrong": N_(
        "The file is not written in %(declared)s; it reads as %(found)s. "
        "Choose %(found)s, or let it be recognised."
    ),
    "tables.encoding_mixed": N_(
        "Line %(line)s is written in %(found)s, the lines before it in %(encoding)s. "
        "Save the whole file in one encoding."
    ),
    "tables.encoding_broken": N_(
        "Line %(line)s has bytes that are not %(encoding)s. "
        "Correct that line, or download the file once more."
    ),
    "tables.line_too_long": N_("Line %(line)s is longer than %(limit)s bytes. This is not a table of rows."),
    "tables.nul_in_line": N_("Line %(line)s holds binary data. Choose a CSV file or an .xlsx workbook."),
    "tables.too_many_columns": N_("The table has %(count)s columns; at most %(limit)s can be read."),
    "tables.column_without_name": N_(
        "Column %(position)s holds values and has no name. Write a name in the header line."
    ),
    "tables.columns_repeated": N_(
        "These columns occur more than once: %(columns)s. Rename or remove the repeated ones."
    ),
    "tables.broken_quotes": N_("Line %(line)s has a quotation mark that is not closed or not doubled."),
    "tables.row_width": N_(
        "The row has %(found)s cells, and the header has %(expected)s columns. "
        "A separator is missing or too many."
    ),
    "tables.cell_error": N_("Cell %(cell)s holds the error %(value)s instead of a value."),
    "tables.number_rounded": N_(
        "Cell %(cell)s holds a number so long that the spreadsheet program has rounded it. Store it as text."
    ),
    "tables.formula_without_value": N_(
        "Cell %(cell)s holds a formula without a stored value, and formulas are not computed here. "
        "Paste the value."
    ),
}
