"""The small parts that pages include show what they are given, and nothing where they are given nothing."""

from types import SimpleNamespace

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.test import RequestFactory

from kakehashi.office.core.templatetags import look


def _part(part: str, /, **context: object) -> str:
    return " ".join(render_to_string(f"core/components/{part}.html", context).split())


class _Form(forms.Form):
    name = forms.CharField(help_text="As registered.")
    note = forms.CharField(required=False)
    natural = forms.BooleanField(required=False)
    colour = forms.ChoiceField(choices=[("a", "A")], widget=forms.RadioSelect)
    file = forms.FileField()


def test_a_reason_shows_its_share_its_sentence_and_its_sources() -> None:
    evidence = [{"figure": "0.38", "unit": "LQ", "source": "Yearbook", "source_url": "/y", "period": "2023"}]
    shown = _part("reason", sentence="It fills a gap.", share=34.4, evidence=evidence)
    assert "34%" in shown
    assert 'width="34.4"' in shown
    assert "It fills a gap." in shown
    assert "1 source" in shown
    assert '<a href="/y" rel="noreferrer">Yearbook</a>' in shown


def test_a_remark_has_no_share() -> None:
    shown = _part("reason", sentence="It mentions China.", share=None)
    assert "remark" in shown
    assert "<rect" not in shown


def test_what_comes_from_outside_is_escaped() -> None:
    """Names arrive from public registers."""
    names = [{"text": "<b>株式会社</b>", "language": "ja", "kind": "legal"}]
    assert "<b>" not in _part("names", names=names)
    assert "<b>" not in _part("map", latitude=31.4, longitude=120.6, label="<b>")
    assert "&quot;" in look.icon('"')


def test_a_map_tells_in_words_where_it_is_and_how_precisely() -> None:
    shown = _part("map", latitude=31.3691, longitude=120.642, label="相城区", precision="municipality")
    assert "31.369°, 120.642°" in shown
    assert "precise to the municipality" in shown
    assert 'data-lat="31.3691"' in shown


@pytest.mark.parametrize(("share", "width"), [(-3, "0.0"), (42, "42.0"), (140, "100.0")])
def test_a_bar_stays_between_nothing_and_everything(share: float, width: str) -> None:
    assert f'width="{width}"' in look.weigh(share)


def test_a_long_list_of_pages_is_shortened() -> None:
    paginator = Paginator(range(1000), 10)
    assert look.page_numbers(paginator, 50) == [1, None, 49, 50, 51, None, 100]


def test_turning_the_page_keeps_the_filter() -> None:
    page = Paginator(range(100), 10).page(2)
    request = RequestFactory().get("/", {"q": "豊田", "page": "2"})
    shown = " ".join(render_to_string("core/components/pagination.html", {"page_obj": page}, request).split())
    assert "?q=%E8%B1%8A%E7%94%B0&amp;page=3" in shown
    assert "11 to 20 of 100" in shown


def test_one_page_needs_no_turning() -> None:
    assert "<nav" not in _part("pagination", page_obj=Paginator(range(3), 10).page(1))


def test_a_field_carries_its_label_its_help_and_its_errors() -> None:
    form = _Form({})
    shown = _part("field", field=form["name"])
    assert 'id="id_name_helptext"' in shown
    assert 'id="id_name_error"' in shown
    assert 'aria-describedby="id_name_helptext id_name_error"' in shown
    assert "(optional)" in _part("field", field=form["note"])
    assert "check" in _part("field", field=form["natural"])
    assert "<fieldset" in _part("field", field=form["colour"])
    assert "need another look" in _part("form_errors", form=form)
    assert "data-dropzone" in _part("dropzone", field=form["file"], hint="CSV")


def test_a_sorted_column_says_in_which_direction() -> None:
    request = RequestFactory().get("/", {"sort": "-name"})

    def head(sort: str) -> str:
        context = {"label": "Name", "key": "name", "sort": sort}
        return render_to_string("core/components/sort.html", context, request)

    assert 'aria-sort="descending"' in head("-name")
    assert 'aria-sort="ascending"' in head("name")
    assert "aria-sort" not in head("size")


def test_small_marks_say_their_words() -> None:
    assert "Frozen" in _part("seal", label="Frozen")
    assert "good" in _part("badge", label="Checked", tone="good")
    assert 'href="/rows"' in _part("stat", label="Rows", value="12", url="/rows")
    assert "<div" in _part("stat", label="Rows", value="12")
    assert 'rel="next"' in _part("detail_nav", next_url="/2")
    assert 'name="chain"' in _part("weight", name="chain", label="Chain", value=30)
    assert "Estimate" in _part("evidence", figure="1", estimate=True)


def test_suggestions_carry_their_language_and_end_with_the_whole_search() -> None:
    found = [SimpleNamespace(url="/1", label="丰田", language="zh-Hans")]
    shown = _part("suggestions", q="丰田", suggestions=found)
    assert 'lang="zh-Hans"' in shown
    assert "?q=%E4%B8%B0%E7%94%B0" in shown
