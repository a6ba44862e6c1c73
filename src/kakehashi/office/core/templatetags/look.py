"""What templates draw: an icon of the sprite, and a bar as wide as a share."""

from django import template
from django.core.paginator import Paginator
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def icon(name: str, classes: str = "") -> SafeString:
    """{% icon "search" %}: an icon of frontend/icons.txt, always beside words or under an aria-label."""
    return format_html(
        '<svg class="icon {}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        classes,
        static("dist/icons.svg"),
        name,
    )


@register.simple_tag
def weigh(share: float, classes: str = "") -> SafeString:
    """{% weigh 42 %}: a bar filled to `share` per cent (0 to 100); the number itself stands beside it."""
    return format_html(
        '<svg class="weigh {}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        '<rect width="{}" height="4"></rect></svg>',
        classes,
        f"{min(100.0, max(0.0, share)):.1f}",
    )


@register.filter
def page_numbers(paginator: "Paginator[object]", number: int) -> list[int | None]:
    """{% for number in page_obj.paginator|page_numbers:page_obj.number %}: None is a gap."""
    elided = paginator.get_elided_page_range(number, on_each_side=1, on_ends=1)
    return [entry if isinstance(entry, int) else None for entry in elided]


@register.filter
def parts(words: str) -> list[str]:
    """{% for word in "a b c"|parts %}: the words one by one."""
    return words.split()
