"""Which gap of a chain the company would fill, and how we know what it makes."""

from kakehashi.kernel import EvidenceRef, Json, Reason
from kakehashi.targeting.nodes import Floats, NumberedNode
from kakehashi.targeting.question import Question

#: A sentence names so many links and counts the rest.
NAMED = 3


def values(question: Question) -> Floats:
    """Urgency of the gap × confidence that the company works there; for a class that covers several nodes,
    the mean urgency.

    Both factors lie in [0, 1]: the urgency comes from `places.gaps`, the confidence from `places.classify`.
    """
    found = question.recognition
    return found.handed_on(question.nodes.urgency) * found.confidence


def reasons(question: Question, row: int) -> tuple[Reason, ...]:
    """The gap, then how the company was recognised."""
    nodes = [question.nodes.rows[number] for number in question.recognition.nodes_of(row)]
    gap = _several(nodes) if len(nodes) > 1 else _one(nodes[0])
    return (gap, _recognised(question, row, nodes), *_doubts(question, row))


def _one(node: NumberedNode) -> Reason:
    params: dict[str, Json] = {"node_code": node.ref, "chain_code": node.chain}
    if node.gap is None:
        return Reason("fills_gap.none", params, evidence=(_proof(node),))
    return Reason(
        f"fills_gap.{node.gap.kind}", params, weight=1.0, evidence=(_proof(node), *node.gap.reason.evidence)
    )


def _several(nodes: list[NumberedNode]) -> Reason:
    lacking = sorted((node for node in nodes if node.gap), key=lambda node: -node.urgency)
    named: list[Json] = [node.ref for node in lacking[:NAMED]]
    proofs = tuple(_proof(node) for node in lacking)
    if not lacking:
        return Reason("fills_gap.none_of_several", evidence=tuple(_proof(node) for node in nodes))
    code = "fills_gap.several" if len(lacking) <= NAMED else "fills_gap.many"
    return Reason(code, {"node_codes": named, "count": len(lacking)}, weight=1.0, evidence=proofs)


def _recognised(question: Question, row: int, nodes: list[NumberedNode]) -> Reason:
    found, how = question.recognition, question.recognition.how(row)
    params: dict[str, Json] = {"node_code": nodes[0].ref} if len(nodes) == 1 else {}
    if keyword := found.found(row):
        params["keyword"] = keyword.keyword
    if found.industry[row] >= 0:
        params["industry_code"] = _class_ref(question, row)
    code = f"recognised.{how}_several" if len(nodes) > 1 else f"recognised.{how}"
    return Reason(code, params, evidence=_recognised_by(question, row, how))


def _doubts(question: Question, row: int) -> tuple[Reason, ...]:
    """What speaks against the keyword: that it also stands for other nodes, or mostly in other
    industries' names.
    """
    found, how = question.recognition.found(row), question.recognition.how(row)
    if found is None:
        return ()
    doubts: list[Reason] = []
    if found.shared:
        others = [question.nodes.rows[number] for number in found.shared]
        params: dict[str, Json] = {"keyword": found.keyword, "node_codes": [node.ref for node in others]}
        doubts.append(
            Reason("recognised.shared_keyword", params, evidence=tuple(_proof(node) for node in others))
        )
    if how != "industry_and_keyword" and 2 * (found.agreeing + 1) < found.known + 2:
        params = {"keyword": found.keyword, "others": found.known - found.agreeing, "count": found.known}
        doubts.append(Reason("recognised.common_word", params, evidence=(question.register_row(row),)))
    return tuple(doubts)


def _recognised_by(question: Question, row: int, how: str) -> tuple[EvidenceRef, ...]:
    if how != "stated":
        return (question.register_row(row),)
    key, ref = question.frame["key"][row], question.nodes.rows[question.recognition.node[row]].ref
    stated = (
        each for each in question.place.activities if each.key == key and f"{each.chain}/{each.node}" == ref
    )
    return tuple(proof for each in stated for proof in each.evidence)


def _class_ref(question: Question, row: int) -> str:
    each = question.recognition.classes[question.recognition.industry[row]]
    return f"{each.scheme}:{each.code}"


def _proof(node: NumberedNode) -> EvidenceRef:
    return EvidenceRef("chain_node", node.ref)
