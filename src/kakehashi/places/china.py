"""How a Chinese address begins: province, city, district; and where GeoNames keeps each province."""

import re
from types import MappingProxyType

from kakehashi.places.address import AddressParts, folded

#: Short name of the province → its full ending and its GeoNames admin1 code.
PROVINCES = MappingProxyType(
    {
        "安徽": ("省", "01"), "浙江": ("省", "02"), "江西": ("省", "03"),
        "江苏": ("省", "04"), "吉林": ("省", "05"), "青海": ("省", "06"),
        "福建": ("省", "07"), "黑龙江": ("省", "08"), "河南": ("省", "09"),
        "河北": ("省", "10"), "湖南": ("省", "11"), "湖北": ("省", "12"),
        "新疆": ("维吾尔自治区", "13"), "西藏": ("自治区", "14"), "甘肃": ("省", "15"),
        "广西": ("壮族自治区", "16"), "贵州": ("省", "18"), "辽宁": ("省", "19"),
        "内蒙古": ("自治区", "20"), "宁夏": ("回族自治区", "21"), "北京": ("市", "22"),
        "上海": ("市", "23"), "山西": ("省", "24"), "山东": ("省", "25"),
        "陕西": ("省", "26"), "天津": ("市", "28"), "云南": ("省", "29"),
        "广东": ("省", "30"), "海南": ("省", "31"), "四川": ("省", "32"),
        "重庆": ("市", "33"),
    }
)  # fmt: skip

_COUNTRY = re.compile("^(中华人民共和国|中国)")
_UNIT = re.compile(r"[^省市区县旗盟]{1,7}?(?:自治州|自治县|地区|市|区|县|旗|盟)")
#: Parks and zones are not administrative areas, and the gazetteer does not know them.
_ZONE = re.compile("开发区|园区|新区|示范区|保税区|高新区|试验区")


def parts(address: str) -> AddressParts:
    """The province and, from broad to narrow, the city and the district of an address."""
    text, regions, told_by = _COUNTRY.sub("", folded(address)), frozenset[str](), ""
    for short, (ending, code) in PROVINCES.items():
        if text.startswith(short) and (ending == "市" or not text.startswith(short + "市")):
            regions, told_by = frozenset({code}), short + ending
            if ending != "市":
                text = text.removeprefix(short).removeprefix(ending)
            break
    steps = tuple((name, *_bare(name)) for name in _units(text))
    return AddressParts(regions=regions, steps=steps, region_name=told_by)


def _units(text: str) -> list[str]:
    found: list[str] = []
    while (match := _UNIT.match(text)) and len(found) < 3:
        if not _ZONE.search(match.group()):
            found.append(match.group())
        text = text[match.end() :]
    return found


def _bare(name: str) -> tuple[str, ...]:
    bare = re.sub("(自治州|自治县|地区|市|区|县|旗|盟)$", "", name)
    return (bare,) if len(bare) > 1 else ()
