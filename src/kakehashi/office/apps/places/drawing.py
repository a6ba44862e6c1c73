"""Where each node of a chain stands when it is drawn from upstream (left) to downstream (right), and how
its links run between the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kakehashi.places.chains import Chain

NODE_WIDTH, NODE_HEIGHT = 162, 88
GAP_X, GAP_Y = 33, 16
#: What a link takes of a column that it only passes through.
LANE = 8
MARGIN = 3
#: How often the columns are put in order, to and fro.
SWEEPS = 4


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
    """Layers by the longest way from upstream (Sugiyama's method): a link that spans several gets a lane in
    each, and each column is ordered by where its neighbours stand.
    """
    layer = _layers(chain)
    routes = [_route(link.upstream, link.downstream, layer) for link in chain.links]
    columns = _ordered(_columns(chain, routes, layer), routes)
    height = max(_tall(column) for column in columns) + 2 * MARGIN
    tops = {name: top for column in columns for name, top in _stacked(column, height)}
    left = {name: MARGIN + n * (NODE_WIDTH + GAP_X) for n, column in enumerate(columns) for name in column}
    spots = tuple(Spot(node.code, left[node.code], tops[node.code]) for node in chain.nodes)
    curves = tuple(_curve(route, left, tops) for route in routes)
    return Drawing(spots, curves, len(columns) * (NODE_WIDTH + GAP_X) - GAP_X + 2 * MARGIN, height)


def _layers(chain: Chain) -> dict[str, int]:
    """Layer by node. A node without suppliers stands right before its first customer."""
    layer: dict[str, int] = {}
    for code in chain.order():
        layer[code] = max((layer[each] + 1 for each in chain.upstream(code)), default=0)
    for node in chain.nodes:
        customers = chain.downstream(node.code)
        if customers and not chain.upstream(node.code):
            layer[node.code] = min(layer[each] for each in customers) - 1
    lowest = min(layer.values())
    return {code: number - lowest for code, number in layer.items()}


def _route(start: str, end: str, layer: dict[str, int]) -> list[str]:
    """The node, the lanes between, the next node. A lane's name holds a space, which a code cannot."""
    between = range(layer[start] + 1, layer[end])
    return [start, *(f"{start} {end} {number}" for number in between), end]


def _columns(chain: Chain, routes: Sequence[Sequence[str]], layer: dict[str, int]) -> list[list[str]]:
    columns: list[list[str]] = [[] for _number in range(max(layer.values()) + 1)]
    for node in chain.nodes:
        columns[layer[node.code]].append(node.code)
    for route in routes:
        for number, lane in enumerate(route[1:-1], start=layer[route[0]] + 1):
            columns[number].append(lane)
    return [column for column in columns if column]


def _ordered(columns: list[list[str]], routes: Sequence[Sequence[str]]) -> list[list[str]]:
    """Each column by the mean place of its neighbours, from the left and from the right in turn."""
    steps = [pair for route in routes for pair in pairwise(route)]
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        places = {name: (n + 0.5) / len(column) for column in columns for n, name in enumerate(column)}
        for column in columns if forward else reversed(columns):
            means = {name: _mean(name, steps, places, forward=forward) for name in column}
            column.sort(key=lambda name: means[name])
            places |= {name: (n + 0.5) / len(column) for n, name in enumerate(column)}
    return columns


def _mean(name: str, steps: Sequence[tuple[str, str]], places: dict[str, float], *, forward: bool) -> float:
    found = (
        [places[a] for a, b in steps if b == name] if forward else [places[b] for a, b in steps if a == name]
    )
    return sum(found) / len(found) if found else places[name]


def _size(name: str) -> int:
    return LANE if " " in name else NODE_HEIGHT


def _tall(column: Sequence[str]) -> int:
    return sum(_size(name) + GAP_Y for name in column) - GAP_Y


def _stacked(column: Sequence[str], height: int) -> list[tuple[str, int]]:
    """The top of each name in its column, which is centred."""
    top = (height - _tall(column)) // 2
    stacked = []
    for name in column:
        stacked.append((name, top))
        top += _size(name) + GAP_Y
    return stacked


def _curve(route: Sequence[str], left: dict[str, int], tops: dict[str, int]) -> str:
    """From node to node through the lanes; 5 pixels are left for the tip of the arrow."""
    x, y = left[route[0]] + NODE_WIDTH, tops[route[0]] + NODE_HEIGHT // 2
    path = f"M{x} {y}"
    for name in route[1:]:
        is_end = name == route[-1]
        to_x, to_y = left[name] - (5 if is_end else 0), tops[name] + _size(name) // 2
        bend = (to_x - x) // 2 + 4
        path += f"C{x + bend} {y} {to_x - bend} {to_y} {to_x} {to_y}"
        x, y = (to_x, to_y) if is_end else (to_x + NODE_WIDTH, to_y)
        path += "" if is_end else f"H{x}"
    return path
