"""Keeps the search document of an organisation: every folded text under which it should be found."""

from collections.abc import Iterator

from kakehashi.names import fold, search_keys
from kakehashi.office.apps.organisations.models import Name, Organisation, SearchDocument
from kakehashi.office.apps.organisations.tokens import ADDRESS, IDENTIFIER, tokens_of


def index(organisation: Organisation) -> None:
    """Writes the search document anew; call it in the transaction that changed names, identifiers or
    addresses.
    """
    keys = list(dict.fromkeys((kind, " ".join(text.split())) for kind, text in _keys(organisation)))
    tokens = dict.fromkeys(token for kind, text in keys for token in tokens_of(kind, text))
    SearchDocument.objects.update_or_create(
        organisation=organisation,
        defaults={
            "keys": "\n".join(f"{kind}={text}" for kind, text in keys if text),
            "tokens": " ".join(tokens),
        },
    )


def keys_of_kind(keys: str, kind: str) -> Iterator[str]:
    """The folded texts of one kind in a search document's `keys`."""
    begin = f"{kind}="
    return (line[len(begin) :] for line in keys.split("\n") if line.startswith(begin))


def _keys(organisation: Organisation) -> Iterator[tuple[str, str]]:
    names = list(organisation.names.order_by("pk"))
    given = next((name.text for name in names if name.kind == Name.Kind.READING), None)
    for name in names:
        if name.text == given:
            continue
        reading = given if name.kind == Name.Kind.LEGAL else None
        for key in search_keys(name=name.text, language=name.language.split("-")[0] or None, reading=reading):
            yield key.kind, key.text
    for identifier in organisation.identifiers.order_by("pk"):
        yield IDENTIFIER, fold(identifier.value)
    for address in organisation.addresses.order_by("pk"):
        yield ADDRESS, fold(address.text)
