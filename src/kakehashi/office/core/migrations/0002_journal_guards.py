"""The journal can only grow: the database itself refuses to change or delete an entry."""

from django.db import migrations

SQLITE = [
    """CREATE TRIGGER core_journal_no_update BEFORE UPDATE ON core_journalentry
       BEGIN SELECT RAISE(ABORT, 'the journal cannot be changed'); END""",
    """CREATE TRIGGER core_journal_no_delete BEFORE DELETE ON core_journalentry
       BEGIN SELECT RAISE(ABORT, 'the journal cannot be changed'); END""",
]
SQLITE_BACK = ["DROP TRIGGER core_journal_no_update", "DROP TRIGGER core_journal_no_delete"]

POSTGRESQL = [
    """CREATE FUNCTION core_journal_guard() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION 'the journal cannot be changed'; END $$""",
    """CREATE TRIGGER core_journal_guard BEFORE UPDATE OR DELETE ON core_journalentry
       FOR EACH ROW EXECUTE FUNCTION core_journal_guard()""",
]
POSTGRESQL_BACK = [
    "DROP TRIGGER core_journal_guard ON core_journalentry",
    "DROP FUNCTION core_journal_guard()",
]


def _run(forward):
    statements = {
        ("sqlite", True): SQLITE,
        ("sqlite", False): SQLITE_BACK,
        ("postgresql", True): POSTGRESQL,
        ("postgresql", False): POSTGRESQL_BACK,
    }

    def run(apps, schema_editor):
        for statement in statements[schema_editor.connection.vendor, forward]:
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunPython(_run(True), _run(False))]
