"""The index behind the search: SQLite's FTS5 kept by triggers, PostgreSQL's GIN over the same tokens."""

from django.db import migrations

SQLITE = (
    """CREATE VIRTUAL TABLE organisations_search USING fts5(
        tokens, content='organisations_searchdocument', content_rowid='organisation_id', detail=none
    )""",
    """CREATE TRIGGER organisations_search_insert AFTER INSERT ON organisations_searchdocument BEGIN
        INSERT INTO organisations_search(rowid, tokens) VALUES (new.organisation_id, new.tokens);
    END""",
    """CREATE TRIGGER organisations_search_delete AFTER DELETE ON organisations_searchdocument BEGIN
        INSERT INTO organisations_search(organisations_search, rowid, tokens)
        VALUES ('delete', old.organisation_id, old.tokens);
    END""",
    """CREATE TRIGGER organisations_search_update AFTER UPDATE ON organisations_searchdocument BEGIN
        INSERT INTO organisations_search(organisations_search, rowid, tokens)
        VALUES ('delete', old.organisation_id, old.tokens);
        INSERT INTO organisations_search(rowid, tokens) VALUES (new.organisation_id, new.tokens);
    END""",
    "INSERT INTO organisations_search(organisations_search) VALUES ('rebuild')",
)
SQLITE_BACK = (
    "DROP TRIGGER organisations_search_insert",
    "DROP TRIGGER organisations_search_delete",
    "DROP TRIGGER organisations_search_update",
    "DROP TABLE organisations_search",
)
POSTGRESQL = (
    """CREATE INDEX organisations_search ON organisations_searchdocument
        USING gin (to_tsvector('simple', tokens)) WITH (fastupdate = off)""",
)
POSTGRESQL_BACK = ("DROP INDEX organisations_search",)


def run(schema_editor, sqlite, postgresql):
    for statement in sqlite if schema_editor.connection.vendor == "sqlite" else postgresql:
        schema_editor.execute(statement)


def create(apps, schema_editor):
    run(schema_editor, SQLITE, POSTGRESQL)


def drop(apps, schema_editor):
    run(schema_editor, SQLITE_BACK, POSTGRESQL_BACK)


class Migration(migrations.Migration):
    dependencies = [("organisations", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
