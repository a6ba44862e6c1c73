"""An industry chain: its nodes, what flows from one to the next, and that it does not run in a circle."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kakehashi.kernel import Json, WrongInput
from kakehashi.places.sentences import REQUIREMENTS

#: The languages in which a chain of the product is named.
LANGUAGES = ("en", "zh-hans", "ja", "th")

#: Classifications a node may carry: code of the scheme → what it is called.
SCHEMES: Mapping[str, str] = MappingProxyType(
    {
        "jsic": "Japan Standard Industrial Classification, rev. 14 (2023)",
        "gbt4754": "GB/T 4754-2017",
        "isic4": "ISIC rev. 4",
        "tse33": "Tokyo Stock Exchange, 33 industries",
    }
)


@dataclass(frozen=True, slots=True)
class ChainNode:
    """One step of a chain.

    `names` and `keywords` are by language tag, `codes` by scheme (see SCHEMES); `requirements` holds what a
    maker at this step usually asks of a site, keyed as in `sentences.REQUIREMENTS` (the unit is in the key).
    """

    code: str
    names: Mapping[str, str]
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    keywords: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    critical: bool = False
    requirements: Mapping[str, Json] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for scheme in self.codes:
            if scheme not in SCHEMES:
                raise WrongInput(
                    "chain_unknown_scheme", node=self.code, scheme=scheme, known=", ".join(SCHEMES)
                )
        for key in self.requirements:
            if key not in REQUIREMENTS:
                known = ", ".join(REQUIREMENTS)
                raise WrongInput("chain_unknown_requirement", node=self.code, requirement=key, known=known)

    def name(self, language: str) -> str:
        """The name in `language`, else in English, else in whatever language there is."""
        return _pick(self.names, language)


@dataclass(frozen=True, slots=True)
class Link:
    """Something flows from the node `upstream` to the node `downstream`."""

    upstream: str
    downstream: str


@dataclass(frozen=True, slots=True)
class Chain:
    """A directed graph of nodes. Raises WrongInput for unknown ends, duplicates and circles."""

    code: str
    names: Mapping[str, str]
    nodes: tuple[ChainNode, ...]
    links: tuple[Link, ...]

    def __post_init__(self) -> None:
        if not self.code or not self.names or not self.nodes:
            raise WrongInput(
                "chain_field", chain=self.code or "?", field="code, names, nodes", where=self.code or "?"
            )
        _check_nodes(self.code, self.nodes)
        _check_links(self.code, {node.code for node in self.nodes}, self.links)
        self.order()

    def name(self, language: str) -> str:
        """The chain's name in `language`, else in English."""
        return _pick(self.names, language)

    def node(self, code: str) -> ChainNode:
        """The node with this code; KeyError when there is none."""
        for node in self.nodes:
            if node.code == code:
                return node
        raise KeyError(code)

    def upstream(self, code: str) -> tuple[str, ...]:
        """Codes of the nodes that deliver directly to `code`, in the chain's order."""
        return tuple(link.upstream for link in self.links if link.downstream == code)

    def downstream(self, code: str) -> tuple[str, ...]:
        """Codes of the nodes that `code` delivers to directly, in the chain's order."""
        return tuple(link.downstream for link in self.links if link.upstream == code)

    def order(self) -> tuple[str, ...]:
        """Codes from upstream to downstream; among equals, as written down. WrongInput names a circle."""
        sorter: TopologicalSorter[str] = TopologicalSorter()
        for node in self.nodes:
            sorter.add(node.code)
        for link in self.links:
            sorter.add(link.downstream, link.upstream)
        try:
            return tuple(sorter.static_order())
        except CycleError as error:
            # graphlib lists each node before the one it depends on.
            raise WrongInput("chain_cycle", chain=self.code, cycle=" → ".join(error.args[1])) from error


def load_chain(source: Path | str | Mapping[str, Any]) -> Chain:
    """A chain from a TOML file or from a mapping of the same shape (see docs/engines/places.md).

    Raises WrongInput for a file that is no TOML, for parts of the wrong kind, and as `Chain` does.
    """
    data = source if isinstance(source, Mapping) else _read_toml(Path(source))
    code = data.get("code")
    if not isinstance(code, str) or not code:
        raise WrongInput("chain_field", chain="?", field="code", where="?")
    entries = _entries(code, data.get("nodes"))
    links = tuple(
        Link(upstream=upstream, downstream=entry["code"])
        for entry in entries
        for upstream in _texts(code, entry, "from", entry.get("from", ()))
    )
    nodes = tuple(_node(code, entry) for entry in entries)
    return Chain(code=code, names=_names(code, data), nodes=nodes, links=links)


def dump_chain(chain: Chain) -> dict[str, Any]:
    """The mapping that `load_chain` turns back into an equal chain."""
    return {
        "code": chain.code,
        "names": dict(chain.names),
        "nodes": [_node_as_mapping(node) | {"from": list(chain.upstream(node.code))} for node in chain.nodes],
    }


def _node_as_mapping(node: ChainNode) -> dict[str, Any]:
    return {
        "code": node.code,
        "critical": node.critical,
        "names": dict(node.names),
        "codes": {scheme: list(codes) for scheme, codes in node.codes.items()},
        "keywords": {language: list(words) for language, words in node.keywords.items()},
        "requirements": dict(node.requirements),
    }


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongInput("chain_not_readable", path=str(path), detail=str(error)) from error


def _entries(chain: str, entries: object) -> Sequence[Mapping[str, Any]]:
    if not isinstance(entries, list | tuple) or not entries:
        raise WrongInput("chain_field", chain=chain, field="nodes", where=chain)
    for entry in entries:
        if not isinstance(entry, Mapping) or not isinstance(entry.get("code"), str) or not entry["code"]:
            raise WrongInput("chain_field", chain=chain, field="code", where=str(entry)[:60])
    return entries


def _node(chain: str, entry: Mapping[str, Any]) -> ChainNode:
    return ChainNode(
        code=entry["code"],
        names=_names(chain, entry),
        codes=_lists(chain, entry, "codes"),
        keywords=_lists(chain, entry, "keywords"),
        critical=bool(entry.get("critical", False)),
        requirements=dict(_table(chain, entry, "requirements")),
    )


def _names(chain: str, entry: Mapping[str, Any]) -> dict[str, str]:
    names = _table(chain, entry, "names")
    if not names or not all(isinstance(name, str) and name for name in names.values()):
        raise WrongInput("chain_field", chain=chain, field="names", where=entry["code"])
    return dict(names)


def _lists(chain: str, entry: Mapping[str, Any], key: str) -> dict[str, tuple[str, ...]]:
    return {name: _texts(chain, entry, key, values) for name, values in _table(chain, entry, key).items()}


def _table(chain: str, entry: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    table = entry.get(key, {})
    if not isinstance(table, Mapping):
        raise WrongInput("chain_field", chain=chain, field=key, where=entry["code"])
    return table


def _texts(chain: str, entry: Mapping[str, Any], key: str, values: object) -> tuple[str, ...]:
    texts = [values] if isinstance(values, str) else values
    if not isinstance(texts, list | tuple) or not all(isinstance(text, str) and text for text in texts):
        raise WrongInput("chain_field", chain=chain, field=key, where=entry["code"])
    return tuple(texts)


def _pick(names: Mapping[str, str], language: str) -> str:
    return names.get(language) or names.get("en") or next(iter(names.values()))


def _check_nodes(chain: str, nodes: Iterable[ChainNode]) -> None:
    seen: set[str] = set()
    for node in nodes:
        if node.code in seen:
            raise WrongInput("chain_duplicate_node", chain=chain, node=node.code)
        seen.add(node.code)


def _check_links(chain: str, nodes: set[str], links: Iterable[Link]) -> None:
    seen: set[Link] = set()
    for link in links:
        for end in (link.upstream, link.downstream):
            if end not in nodes:
                raise WrongInput("chain_unknown_node", chain=chain, node=end)
        if link in seen:
            raise WrongInput(
                "chain_duplicate_link", chain=chain, upstream=link.upstream, downstream=link.downstream
            )
        seen.add(link)
