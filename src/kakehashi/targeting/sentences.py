"""Every code that the targeting engine can return, with its sentence.

Parameters are to be put into the reader's words before a sentence is filled, by the end of their names:
`…_code` and `…_codes` name something (`node_code`, `node_codes`: a chain node as `chain/node`;
`chain_code`; `industry_code`: an industry of the place, or a class as `scheme:code`; `country_code`: ISO
3166 alpha-2; `signal_code`: a kind of signal; `criterion_code`; `excluded_code`), `…_on` is an ISO date,
`…_amount` a whole number of currency units, `…_number` a figure with two decimals. All others stand as they
are.
"""

from kakehashi.kernel import N_, NN_

#: Problems with what the caller handed in.
PROBLEMS: dict[str, str | tuple[str, str, str]] = {
    "targeting.profile_unknown_criterion": N_(
        "There is no criterion “%(criterion)s”. Choose among: %(known)s."
    ),
    "targeting.profile_weight": N_(
        "The weight of “%(criterion)s” is %(weight)s. Enter a number that is zero or more."
    ),
    "targeting.profile_no_weight": N_(
        "All weights are zero, so nothing would tell one company from another. Give at least one criterion "
        "a weight."
    ),
    "targeting.profile_nothing_to_weigh": N_(
        "The only criteria with a weight (%(criteria)s) have no data for this place. Add the data or give "
        "another criterion a weight."
    ),
    "targeting.profile_unknown_spread": N_(
        "A list cannot be spread over “%(spread)s”. Choose among: %(known)s."
    ),
    "targeting.profile_share": N_(
        "The share of the list for one %(spread)s is %(share)s. Enter a number above 0 and up to 1."
    ),
    "targeting.profile_limit": N_("The length of the list is %(limit)s. Enter a whole number of 1 or more."),
    "targeting.profile_unknown_key": N_(
        "The profile has a setting “%(key)s” that does not exist. Choose among: %(known)s."
    ),
    "targeting.profile_unclear": N_(
        "The share of the list for companies known by a broad class only is %(share)s. Enter a number from "
        "0 to 1."
    ),
    "targeting.profile_not_a_table": N_(
        "The setting “%(key)s” of the profile must be a table of names and numbers."
    ),
    "targeting.profile_not_readable": N_("The profile %(path)s is not valid TOML: %(detail)s."),
    "targeting.place_no_chain": N_(
        "The place has no industry chain. Choose at least one: targets are the companies that fill its links."
    ),
    "targeting.place_no_source": N_("“%(where)s” has no source. Name one: what has none enters no score."),
    "targeting.place_repeated_chain": N_(
        "Two chains of the place have the same code. Give each chain its own."
    ),
    "targeting.place_unknown_node": N_(
        "The place refers to the link %(node)s, which none of its chains has. Correct the reference or add "
        "the link."
    ),
    "targeting.place_quotient": N_(
        "A location quotient of the industry %(industry)s is %(value)s. It must be zero or more."
    ),
    "targeting.place_neighbours": N_(
        "The number of organisations at %(node)s is %(organisations)s. It must be zero or more."
    ),
    "targeting.place_signal_kind": N_(
        "The signal of %(key)s is of the unknown kind “%(kind)s”. Choose among: %(known)s."
    ),
    "targeting.place_signal_dates": N_(
        "The signal of %(key)s expires on %(expires)s, before its own date %(dated)s. Correct one of the "
        "dates."
    ),
    "targeting.place_relation_kind": N_(
        "The relation with %(key)s is of the unknown kind “%(kind)s”. Choose among: %(known)s."
    ),
    "targeting.place_exclusion_code": N_(
        "%(key)s is excluded for the unknown reason “%(reason)s”. Choose among: %(known)s."
    ),
    "targeting.place_not_readable": N_("The place file %(path)s cannot be read at “%(where)s”: %(detail)s."),
    "targeting.candidates_not_readable": N_(
        "The candidates file %(path)s is not a Parquet file that can be read: %(detail)s."
    ),
    "targeting.candidates_column": N_("The candidates have no column “%(column)s”. They have: %(columns)s."),
    "targeting.candidates_column_type": N_(
        "The column “%(column)s” of the candidates holds %(found)s. It must hold %(wanted)s."
    ),
    "targeting.candidates_type": N_("The candidates could not be read: %(detail)s."),
    "targeting.candidates_no_key": N_("A candidate has no key. Every row needs one that no other row has."),
    "targeting.candidates_repeated_key": NN_(
        "The key %(key)s belongs to more than one candidate. Keep one row for it.",
        "%(count)s keys belong to more than one candidate, the first is %(key)s. Keep one row for each.",
        "count",
    ),
}

#: Names of the criteria, and what each asks.
CRITERIA: dict[str, str | tuple[str, str, str]] = {
    "criterion.fills_gap": N_("Fills a gap"),
    "criterion.fills_gap.about": N_(
        "Does the company make what a chain here lacks, and how sure are we that it does?"
    ),
    "criterion.industry_fit": N_("Fits our industries"),
    "criterion.industry_fit.about": N_(
        "Is its industry one that the park wants, and one in which the place is strong?"
    ),
    "criterion.near": N_("Partners nearby"),
    "criterion.near.about": N_(
        "Are its likely customers, suppliers and companies from its country already near?"
    ),
    "criterion.size": N_("Able to invest"),
    "criterion.size.about": N_("Do its capital, its listing and its group allow for a plant abroad?"),
    "criterion.signals": N_("Why now"),
    "criterion.signals.about": N_("Is there a recent, sourced sign that it is about to invest?"),
    "criterion.relations": N_("Knows us"),
    "criterion.relations.about": N_("Has it had to do with this office before?"),
}

#: Which gap, and how the company was recognised.
GAPS: dict[str, str | tuple[str, str, str]] = {
    "fills_gap.missing": N_(
        "Nobody here covers %(node_code)s yet: a company that does would close a missing link of the chain."
    ),
    "fills_gap.weak": N_(
        "%(node_code)s is thinly covered here: one more company would strengthen the chain."
    ),
    "fills_gap.next": N_("%(node_code)s would be the next step for the chain that is already here."),
    "fills_gap.none": N_("%(node_code)s is already well covered here, so this company would not fill a gap."),
    "fills_gap.several": NN_(
        "A company of this industry may cover a link that is missing or weak here: %(node_codes)s.",
        "A company of this industry may cover one of %(count)s links that are missing or weak here: "
        "%(node_codes)s.",
        "count",
    ),
    "fills_gap.many": NN_(
        "A company of this industry may cover %(count)s link that is missing or weak here: %(node_codes)s.",
        "A company of this industry may cover one of %(count)s links that are missing or weak here, "
        "among them %(node_codes)s.",
        "count",
    ),
    "fills_gap.none_of_several": N_(
        "The links that a company of this industry may cover are all well covered here."
    ),
    "recognised.stated": N_("That the company works on %(node_code)s rests on a source."),
    "recognised.industry_and_keyword": N_(
        "Its name (“%(keyword)s”) and its industry class, %(industry_code)s, both point to %(node_code)s."
    ),
    "recognised.keyword": N_(
        "Its name (“%(keyword)s”) points to %(node_code)s; the register gives no industry class to confirm "
        "it."
    ),
    "recognised.keyword_other_industry": N_(
        "Its name (“%(keyword)s”) points to %(node_code)s, but its industry class is %(industry_code)s. "
        "Check before you call."
    ),
    "recognised.shared_keyword": N_("“%(keyword)s” could also point to %(node_codes)s. Ask what it makes."),
    "recognised.common_word": NN_(
        "The word “%(keyword)s” is a weak hint: %(others)s of %(count)s company with it works in "
        "another industry.",
        "The word “%(keyword)s” is a weak hint: %(others)s of %(count)s companies with it work in other"
        " industries.",
        "count",
    ),
    "recognised.industry": N_(
        "Its industry class, %(industry_code)s, leads to %(node_code)s; its name does not confirm it."
    ),
    "recognised.industry_several": N_(
        "Its industry class, %(industry_code)s, covers several links of the chains; its name does not say "
        "which. Ask what it makes."
    ),
}

#: The other criteria.
OTHERS: dict[str, str | tuple[str, str, str]] = {
    "industry_fit.none": N_("Its industry is not among those that the park is looking for."),
    "industry_fit.target": N_("%(industry_code)s is an industry that the park is looking for."),
    "industry_fit.target_strong": N_(
        "%(industry_code)s is an industry that the park is looking for, and a strength of the place: its "
        "share of employment is %(quotient_number)s times that of the comparison area."
    ),
    "industry_fit.target_strong_interval": N_(
        "%(industry_code)s is an industry that the park is looking for, and a strength of the place: its "
        "share of employment is %(quotient_number)s times that of the comparison area (between "
        "%(low_number)s and %(high_number)s)."
    ),
    "industry_fit.target_thin": N_(
        "%(industry_code)s is an industry that the park is looking for; its share of employment here is "
        "still only %(quotient_number)s times that of the comparison area."
    ),
    "industry_fit.target_thin_interval": N_(
        "%(industry_code)s is an industry that the park is looking for; its share of employment here is "
        "still only %(quotient_number)s times that of the comparison area (between %(low_number)s and "
        "%(high_number)s)."
    ),
    "industry_fit.strong": N_(
        "%(industry_code)s is a strength of the place: its share of employment is %(quotient_number)s times"
        " that of the comparison area."
    ),
    "industry_fit.strong_interval": N_(
        "%(industry_code)s is a strength of the place: its share of employment is %(quotient_number)s times"
        " that of the comparison area (between %(low_number)s and %(high_number)s)."
    ),
    "industry_fit.thin": N_(
        "%(industry_code)s is not a strength of the place: its share of employment is %(quotient_number)s "
        "times that of the comparison area."
    ),
    "industry_fit.thin_interval": N_(
        "%(industry_code)s is not a strength of the place: its share of employment is %(quotient_number)s "
        "times that of the comparison area (between %(low_number)s and %(high_number)s)."
    ),
    "near.customers": NN_(
        "%(count)s organisation near here takes the next step after %(node_code)s: a possible customer.",
        "%(count)s organisations near here take the next step after %(node_code)s: possible customers.",
        "count",
    ),
    "near.customers_perhaps": NN_(
        "Depending on what it makes, %(count)s organisation near here could be its customer.",
        "Depending on what it makes, some of %(count)s organisations near here could be its customers.",
        "count",
    ),
    "near.suppliers": NN_(
        "%(count)s organisation near here takes the step before %(node_code)s: a possible supplier.",
        "%(count)s organisations near here take the step before %(node_code)s: possible suppliers.",
        "count",
    ),
    "near.suppliers_perhaps": NN_(
        "Depending on what it makes, %(count)s organisation near here could supply it.",
        "Depending on what it makes, some of %(count)s organisations near here could supply it.",
        "count",
    ),
    "near.compatriots": NN_(
        "%(count)s organisation of the same chain from %(country_code)s is already near.",
        "%(count)s organisations of the same chain from %(country_code)s are already near.",
        "count",
    ),
    "near.nobody": N_("We know of no customers, suppliers or companies from its country near here yet."),
    "size.capital": N_("Its capital is %(capital_amount)s %(currency)s."),
    "size.small_capital": N_("Its capital of %(capital_amount)s %(currency)s is small for a plant abroad."),
    "size.no_capital": N_("The register gives no capital that could be compared."),
    "size.listed": N_("It is listed on a stock exchange."),
    "size.consolidated": N_("It heads a group of companies: it files consolidated accounts."),
    "signals.outward_investment": N_("On %(dated_on)s it was reported to be investing abroad."),
    "signals.new_plant": N_("On %(dated_on)s it was reported to be planning a new plant."),
    "signals.capacity": N_("On %(dated_on)s it was reported to be adding capacity."),
    "signals.lease_end": N_(
        "On %(dated_on)s it was reported that the lease of one of its sites is about to end."
    ),
    "signals.tender": N_("On %(dated_on)s it was reported to be taking part in a tender here."),
    "signals.hiring": N_("On %(dated_on)s it was reported to be hiring for work abroad."),
    "signals.subsidy": N_("On %(dated_on)s it was reported to have been granted a subsidy for investment."),
    "signals.leadership": N_("On %(dated_on)s a change in its leadership was reported."),
    "signals.other": N_("On %(dated_on)s a sign of expansion was noted."),
    "signals.expired": N_(
        "A signal of %(dated_on)s (%(signal_code)s) no longer counts: it expired on %(expires_on)s."
    ),
    "signals.none": N_("No signal of an investment soon is on record."),
    "relations.project": N_("It had a project with us on %(dated_on)s."),
    "relations.agreement": N_("It signed an agreement with us on %(dated_on)s."),
    "relations.enquired": N_("It came to us with an enquiry on %(dated_on)s."),
    "relations.visited": N_("We visited it, or it visited us, on %(dated_on)s."),
    "relations.met": N_("We met on %(dated_on)s."),
    "relations.attended": N_("It came to one of our events on %(dated_on)s."),
    "relations.contacted": N_("We wrote to it or called it on %(dated_on)s."),
    "relations.declined": N_("It declined on %(dated_on)s: find out what has changed before you ask again."),
    "relations.none": N_("This office has had nothing to do with it yet."),
    "missing.fills_gap": N_("It is not known which link of a chain it would fill; this was not counted."),
    "missing.industry_fit": N_(
        "Its industry cannot be compared with those of the park; this was not counted."
    ),
    "missing.near": N_("Who is near for it is not known; this was not counted."),
    "missing.size": N_(
        "The register says nothing about its capital, its listing or its group; size was not counted."
    ),
    "missing.signals": N_("Signals were not looked for; this was not counted."),
    "missing.relations": N_("Past relations were not looked up; this was not counted."),
}

#: Where a candidate stands in a list, and how it moved between two.
STANDINGS: dict[str, str | tuple[str, str, str]] = {
    "standing.listed": N_("It is number %(rank)s on the list."),
    "standing.no_room": N_("It scored high enough, but the list has no more room for companies of its kind."),
    "standing.below": N_(
        "It scored %(score_number)s points; the last company on the list has %(last_number)s."
    ),
    "standing.excluded": N_("It was left out before scoring: %(excluded_code)s."),
    "standing.unknown": N_("It is not among the candidates."),
    "comparison.same": N_("It kept its place, number %(after)s."),
    "comparison.new": N_("It is new on the list, as number %(after)s."),
    "comparison.gone": N_("It was number %(before)s and is no longer on the list."),
    "comparison.up": N_("It moved up from %(before)s to %(after)s because others fell."),
    "comparison.up_through": N_(
        "It moved up from %(before)s to %(after)s, most of all through “%(criterion_code)s”."
    ),
    "comparison.down": N_("It moved down from %(before)s to %(after)s because others rose."),
    "comparison.down_through": N_(
        "It moved down from %(before)s to %(after)s, most of all through “%(criterion_code)s”."
    ),
}

#: Why candidates were left out, as a label beside their number; kinds of signal and relation; ways of
#: recognising.
LABELS: dict[str, str | tuple[str, str, str]] = {
    "excluded.not_a_company": N_("Not a company (fund, public body or other)"),
    "excluded.closed": N_("Closed according to the register"),
    "excluded.do_not_contact": N_("Asked not to be contacted"),
    "excluded.already_here": N_("Already here"),
    "excluded.sanctioned": N_("On a sanctions list"),
    "excluded.confidential": N_("Confidential"),
    "excluded.no_link": N_("Neither name nor industry leads to a link of the chains"),
    "excluded.other_country": N_("From another country, or country not known"),
    "signal.outward_investment": N_("Investment abroad"),
    "signal.new_plant": N_("New plant"),
    "signal.capacity": N_("More capacity"),
    "signal.lease_end": N_("End of a lease"),
    "signal.tender": N_("Tender"),
    "signal.hiring": N_("Hiring"),
    "signal.subsidy": N_("Subsidy"),
    "signal.leadership": N_("New leadership"),
    "signal.other": N_("Other signal"),
    "relation.project": N_("Project"),
    "relation.agreement": N_("Agreement"),
    "relation.enquired": N_("Enquiry"),
    "relation.visited": N_("Visit"),
    "relation.met": N_("Meeting"),
    "relation.attended": N_("Event"),
    "relation.contacted": N_("Contact"),
    "relation.declined": N_("Declined"),
    "how.stated": N_("Sourced statement"),
    "how.industry_and_keyword": N_("Name and industry"),
    "how.keyword": N_("Name"),
    "how.keyword_other_industry": N_("Name, against its industry class"),
    "how.industry": N_("Industry class only"),
    "spread.unclear": N_("Not clear what it makes"),
    "spread.node": N_("Link of the chain"),
    "spread.chain": N_("Chain"),
    "spread.region": N_("Region"),
    "spread.industry": N_("Industry class"),
}

SENTENCES: dict[str, str | tuple[str, str, str]] = {
    **PROBLEMS,
    **CRITERIA,
    **GAPS,
    **OTHERS,
    **STANDINGS,
    **LABELS,
}
