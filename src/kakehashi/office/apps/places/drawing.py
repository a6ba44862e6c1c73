"""Where each node of a chain stands when it is drawn from upstream (left) to downstream (right)."""

from dataclasses import dataclass

from kakehashi.places.chains import Chain

NODE_WIDTH, NODE_HEIGHT = 184, 88
GAP_X, GAP_Y = 52, 18
MARGIN = 4


@dataclass(frozen=True, slots=True)
class Spot:
    """The upper left corner of a node, in pixels."""

    node: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chain drawn: `curves` are SVG path data from the right edge of a node to the left of the next."""

    spots: tuple[Spot, ...]
    curves: tuple[str, ...]
    width: int
    height: int
    node_width: int = NODE_WIDTH
    node_height: int = NODE_HEIGHT


def draw(chain: Chain) -> Drawing:
    """Layers by the longest way from upstream; within a layer each node near the middle of its suppliers."""
    layers = _ordered(chain, _layers(chain))
    tallest = max(len(layer) for layer in layers)
    height = tallest * (NODE_HEIGHT + GAP_Y) - GAP_Y + 2 * MARGIN
    spots = {
        code: Spot(code, MARGIN + column * (NODE_WIDTH + GAP_X), _top(row, len(layer), height))
        for column, layer in enumerate(layers)
        for row, code in enumerate(layer)
    }
    curves = tuple(_curve(spots[link.upstream], spots[link.downstream]) for link in chain.links)
    width = len(layers) * (NODE_WIDTH + GAP_X) - GAP_X + 2 * MARGIN
    return Drawing(tuple(spots.values()), curves, width, height)


def _layers(chain: Chain) -> dict[str, int]:
    """Layer by node. A node without suppliers stands right before its first customer: no line runs across."""
    layer: dict[str, int] = {}
    for code in chain.order():
        layer[code] = max((layer[each] + 1 for each in chain.upstream(code)), default=0)
    for node in chain.nodes:
        customers = chain.downstream(node.code)
        if customers and not chain.upstream(node.code):
            layer[node.code] = min(layer[each] for each in customers) - 1
    return layer


def _ordered(chain: Chain, layer: dict[str, int]) -> list[list[str]]:
    """The codes of each layer, from the top: each node as high as its suppliers stand on the average."""
    height: dict[str, float] = {}
    columns = []
    for number in range(max(layer.values()) + 1):
        written = [node.code for node in chain.nodes if layer[node.code] == number]
        column = sorted(written, key=lambda code: (_middle(chain, code, height), written.index(code)))
        height |= {code: (n + 0.5) / len(column) for n, code in enumerate(column)}
        columns.append(column)
    return [column for column in columns if column]


def _middle(chain: Chain, code: str, height: dict[str, float]) -> float:
    suppliers = [height[each] for each in chain.upstream(code) if each in height]
    return sum(suppliers) / len(suppliers) if suppliers else 0.5


def _top(row: int, count: int, height: int) -> int:
    taken = count * (NODE_HEIGHT + GAP_Y) - GAP_Y
    return (height - taken) // 2 + row * (NODE_HEIGHT + GAP_Y)


def _curve(start: Spot, end: Spot) -> str:
    x1, y1 = start.x + NODE_WIDTH, start.y + NODE_HEIGHT // 2
    x2, y2 = end.x - 5, end.y + NODE_HEIGHT // 2
    bend = max(GAP_X // 2, (x2 - x1) // 2)
    return f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
