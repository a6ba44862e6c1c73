"""The sentences and labels of the places app."""

from kakehashi.kernel import N_, Sentences

#: Labels of the topics under which evidence is kept.
TOPICS: dict[str, str] = {
    "approval": N_("Approval and status"),
    "area": N_("Area"),
    "population": N_("Population"),
    "economy": N_("Economy"),
    "employment": N_("Employment"),
    "establishments": N_("Establishments"),
    "enterprises": N_("Enterprises"),
    "output": N_("Output"),
    "plan": N_("Plan"),
    "target": N_("Goals"),
    "investment": N_("Investment"),
    "projects": N_("Projects"),
    "event": N_("Events"),
    "promotion": N_("Promotion"),
    "organisation": N_("Organisations"),
    "aftercare": N_("Aftercare"),
    "transport": N_("Transport"),
    "land": N_("Land"),
    "cost": N_("Costs"),
    "business_environment": N_("Business environment"),
}

#: Labels of the units whose code is not their own symbol.
UNITS: dict[str, str] = {
    "persons": N_("people"),
    "people": N_("people"),
    "employees": N_("employees"),
    "companies": N_("companies"),
    "enterprises": N_("enterprises"),
    "establishments": N_("establishments"),
    "projects": N_("projects"),
    "events": N_("events"),
    "zones": N_("zones"),
    "guests": N_("guests"),
    "projects_per_year": N_("projects a year"),
    "projects/year": N_("projects a year"),
    "km2": "km²",
    "m2": "m²",
    "percent": "%",
    "days": N_("days"),
    "USD_billion": N_("billion US dollars"),
    "CNY_billion": N_("billion yuan"),
    "CNY_million": N_("million yuan"),
    "yes": "",
    "fact": "",
}

#: Labels of the kinds of gap, with the Chinese term of the trade that everybody in the field uses.
GAPS: dict[str, str] = {
    "missing": N_("Missing"),
    "weak": N_("Thin"),
    "next": N_("Next step"),
    "present": N_("Covered"),
    "open": N_("Not here"),
}

#: What each kind of gap means.
GAP_MEANINGS: dict[str, str] = {
    "missing": N_("Nobody here does this step, although the steps around it are here: a link to fill."),
    "weak": N_("Too few do this step for the chain to rest on it: a link to strengthen."),
    "next": N_("Nobody here does this step yet, and its suppliers are here: a link to extend the chain by."),
    "present": N_("This step is held by organisations here."),
    "open": N_("Nobody here does this step, and nothing here asks for it yet."),
}

#: Labels of the classifications.
SCHEMES: dict[str, str] = {
    "gbt4754": "GB/T 4754–2017",
    "jsic": N_("Japan Standard Industrial Classification"),
    "isic4": "ISIC Rev. 4",
    "tse33": N_("Tokyo Stock Exchange, 33 industries"),
    "edinet": N_("Industries of the EDINET list"),
}

SENTENCES: Sentences = {
    "places.chain_broken": N_("The chain %(chain)s cannot be drawn. Correct it first: %(problem)s"),
}
