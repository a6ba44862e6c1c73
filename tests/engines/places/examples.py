"""Small values that several tests of the places engine look at."""

from typing import Any

from kakehashi.places.chains import Chain, load_chain


def node(code: str, *upstream: str, **rest: Any) -> dict[str, Any]:
    return {"code": code, "names": {"en": code.capitalize()}, "from": list(upstream), **rest}


def chain() -> Chain:
    """steel → gears → robots → lines; magnets → motors → robots; software → lines."""
    gears = {"gbt4754": ["3453"], "jsic": ["2531"], "tse33": ["3600"]}
    robots = {"gbt4754": ["3491", "3492"], "jsic": ["2694"], "isic4": ["2816"], "tse33": ["3600", "3650"]}
    robot_words = {"ja": ["ロボット"], "en": ["robot"], "zh-hans": ["机器人"]}
    motors = {"jsic": ["2911"], "tse33": ["3650"]}
    software_words = {"en": ["CAD"], "ja": ["ソフト"]}
    nodes = [
        node("steel"),
        node("magnets", critical=True),
        node("gears", "steel", critical=True, codes=gears, keywords={"ja": ["歯車"], "en": ["gear"]}),
        node("motors", "magnets", codes=motors, keywords={"ja": ["モータ"], "en": ["motor"]}),
        node("robots", "gears", "motors", critical=True, codes=robots, keywords=robot_words),
        node("software", codes={"tse33": ["5250"]}, keywords=software_words),
        node("lines", "robots", "software"),
    ]
    return load_chain({"code": "example", "names": {"en": "Example"}, "nodes": nodes})
