"""The sentences of the organisations app."""

from kakehashi.kernel import N_, Sentences

SENTENCES: Sentences = {
    "organisations.row_gone": N_(
        "The current version of the register has no row “%(key)s” any more, so the company "
        "could not be taken on."
    ),
    "organisations.assignee_cannot_see": N_(
        "%(assignee)s cannot see this organisation. Choose somebody of the team that keeps "
        "it, or share it with all teams first."
    ),
    "organisations.note_empty": N_("The note is empty. Write what was said or done."),
    "organisations.note_too_long": N_(
        "The note has %(length)s characters; at most %(limit)s are kept. Shorten it, or write two notes."
    ),
    "organisations.in_future": N_(
        "%(on)s is still to come. Write down what has happened; what is to be done is an assignment."
    ),
    "organisations.no_team": N_(
        "You belong to no team, so nothing can be kept to your team. Ask your administrator for a team."
    ),
    "organisations.name_empty": N_("The name is empty. Enter a name."),
    "organisations.name_there": N_("“%(name)s” is already one of the names."),
    "organisations.name_shown": N_(
        "“%(name)s” is the name by which lists show this organisation. Choose another name for lists first."
    ),
    "organisations.identifier_taken": N_("The identifier %(value)s already belongs to “%(other)s”."),
    "organisations.others_work_on_it": N_(
        "Somebody of another team works on “%(name)s”, so it cannot be hidden from them. "
        "Ask them to hand it over first."
    ),
    "organisations.twin": N_(
        "“%(name)s” is already there a second time, with the same identifier or register "
        "row. Delete one of the two first."
    ),
    "journal.organisation_adopted": N_(
        "%(actor)s took “%(subject)s” on from the register %(register)s (row %(key)s)."
    ),
    "journal.organisation_linked": N_(
        "%(actor)s linked “%(subject)s” with row %(key)s of the register %(register)s."
    ),
    "journal.organisation_created": N_("%(actor)s entered “%(subject)s” by hand."),
    "journal.organisation_changed": N_("%(actor)s changed “%(subject)s”."),
    "journal.organisation_assigned": N_("%(actor)s assigned “%(subject)s” to %(assignee)s."),
    "journal.organisation_assignment_completed": N_(
        "%(actor)s marked the assignment of “%(subject)s” to %(assignee)s as done."
    ),
    "journal.organisation_note_added": N_("%(actor)s wrote a note about “%(subject)s”."),
    "journal.organisation_visit_added": N_("%(actor)s recorded a visit to “%(subject)s” on %(on)s."),
    "journal.organisation_meeting_added": N_("%(actor)s recorded a meeting with “%(subject)s” on %(on)s."),
    "journal.organisation_call_added": N_("%(actor)s recorded a call with “%(subject)s” on %(on)s."),
    "journal.organisation_message_added": N_(
        "%(actor)s recorded a message from or to “%(subject)s” on %(on)s."
    ),
    "journal.organisation_agreement_added": N_(
        "%(actor)s recorded an agreement with “%(subject)s” of %(on)s."
    ),
    "journal.organisation_interaction_changed": N_(
        "%(actor)s changed an entry of %(on)s about “%(subject)s”."
    ),
    "journal.organisation_name_added": N_("%(actor)s added the name “%(value)s” to “%(subject)s”."),
    "journal.organisation_name_removed": N_("%(actor)s removed the name “%(value)s” from “%(subject)s”."),
    "journal.organisation_identifier_added": N_("%(actor)s added the identifier %(value)s to “%(subject)s”."),
    "journal.organisation_identifier_removed": N_(
        "%(actor)s removed the identifier %(value)s from “%(subject)s”."
    ),
    "journal.organisation_kept_confidential": N_("%(actor)s made “%(subject)s” confidential to the team."),
    "journal.organisation_shared": N_("%(actor)s shared “%(subject)s” with all teams."),
}
