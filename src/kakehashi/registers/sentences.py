"""What to tell a person about a register: what is wrong, where, and what to do."""

from kakehashi.kernel import N_, NN_, Sentences

SENTENCES: Sentences = {
    "registers.natural_person": N_("Line %(line)s is a natural person and is left out."),
    "registers.former_state": N_("Line %(line)s is a former state of an organisation and is left out."),
    "registers.key_missing": N_("Line %(line)s has no key."),
    "registers.key_repeated": N_(
        "Line %(line)s repeats the key %(key)s of line %(first)s. Remove one of the two."
    ),
    "registers.name_missing": N_("Line %(line)s has no name."),
    "registers.kind_unknown": N_("The kind of organisation “%(kind)s” is not known."),
    "registers.capital_not_a_number": N_("The capital “%(value)s” is not an amount. Write it in digits."),
    "registers.year_end_not_a_date": N_("The end of the fiscal year “%(value)s” is not a day of the year."),
    "registers.not_a_date": N_("“%(value)s” is not a date. Write it as 2026-03-31."),
    "registers.format_unknown": N_("There is no format “%(format)s”. The formats are: %(formats)s."),
    "registers.layout_other": N_("The file does not have the layout “%(format)s”. Choose another format."),
    "registers.columns_missing": N_(
        "These columns are missing: %(columns)s. Choose the right file or another format."
    ),
    "registers.mapping_needed": N_("This table needs a mapping: say which column holds the name."),
    "registers.mapping_broken": N_("The saved mapping cannot be read. Make it again."),
    "registers.field_unknown": N_("There is no field “%(field)s” to map a column to."),
    "registers.name_not_mapped": N_("No column is mapped to the name. Choose the column that holds it."),
    "registers.capital_unit_wrong": N_("The unit of the capital must be 1 or more, not %(value)s."),
    "registers.no_rows": N_(
        "The file holds no organisation that could be used (rejected: %(rejected)s, left out: %(left_out)s). "
        "Nothing was changed. Check that it is the right file."
    ),
    "registers.plan_missing": N_("The dry run is no longer there. Upload the file again."),
    "registers.plan_outdated": N_(
        "The register “%(register)s” was changed after this dry run was made. Make the dry run again."
    ),
    "registers.plan_kind_unknown": N_("A dry run has no rows of the kind “%(kind)s”."),
    "registers.version_missing": N_("The register “%(register)s” has no version “%(version)s”."),
    "registers.register_name_wrong": N_(
        "“%(register)s” cannot be the name of a register. Use small letters, digits, dots and hyphens."
    ),
    "registers.layout_of_store": N_(
        "The store has layout %(found)s, and this program reads layout %(expected)s. "
        "Import the registers again."
    ),
    "registers.count_differs": N_(
        "The file says that it has %(stated)s rows, and %(read)s were read. It may have been cut off."
    ),
    "registers.difference_older": N_(
        "This difference is of %(date)s, and the register is already as of %(current)s. "
        "Apply differences in the order of their dates."
    ),
    "registers.differences_missing": N_(
        "No difference has been applied for these weekdays: %(dates)s. "
        "Unless they were holidays, apply them first."
    ),
    "registers.file_older": N_(
        "This file is as of %(date)s, older than the register, which is as of %(current)s."
    ),
    "registers.many_gone": N_(
        "%(gone)s of %(before)s organisations are not in this file. Check that it is the whole register."
    ),
    "registers.many_rejected": N_(
        "%(rejected)s of %(read)s rows were rejected. Check the format and the columns."
    ),
    "registers.identifier_shared": NN_(
        "One identifier is carried by two organisations of the file. Both are kept.",
        "%(count)s identifiers are carried by more than one organisation of the file. All are kept.",
        "count",
    ),
}
