"""Tables fit the terminal, and show ids that `why` takes."""

import io

import pytest
from rich.console import Console

from sijill.cli.records.tables import Column, short_ids, table


def test_short_ids_are_unique_beginnings():
    ids = ["evt_aaaaaaaaaa1", "evt_aaaaaaaaaa2", "evt_bbbbbbbbbbb"]
    short = short_ids(ids)
    assert len(set(short.values())) == 3
    assert all(each.startswith(cut) for each, cut in short.items())


def test_a_lone_id_is_cut_short():
    assert short_ids(["evt_0123456789abcdef"]) == {"evt_0123456789abcdef": "evt_0123"}


@pytest.mark.parametrize("width", [40, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(width):
    columns = [
        Column(head="id", cell=str, whole=True),
        *(Column(head=f"head {n}", cell=lambda _: "many words " * 9) for n in range(5)),
    ]
    out = io.StringIO()
    console = Console(file=out, width=width)
    console.print(table(columns, ["evt_012345"], width=width))
    assert max(len(line) for line in out.getvalue().splitlines()) <= width


@pytest.mark.parametrize("width", [20, 40, 60, 80])
def test_on_a_narrow_terminal_a_column_goes_and_no_letter_of_an_id(width):
    columns = [
        Column(head="id", cell=str, whole=True),
        *(Column(head=f"head {n}", cell=lambda _: "many words " * 9, narrowest=15) for n in range(6)),
    ]
    assert shown(columns, ["evt_012345"], width)[2].startswith("evt_012345")


def shown(columns, records, width):
    out = io.StringIO()
    Console(file=out, width=width).print(table(columns, records, width=width))
    return [line.rstrip() for line in out.getvalue().splitlines()]


def test_a_row_of_one_line_has_no_blank_line_after_it_and_a_longer_one_has():
    columns = [Column(head="id", cell=lambda r: r[:1], whole=True), Column(head="words", cell=lambda r: r[1:])]
    lines = shown(columns, ["a short", "b short", "c long " * 4, "d short"], 20)
    assert [line[:1] for line in lines[2:]] == ["a", "b", "c", " ", "", "d"]


def test_wide_columns_give_way_before_narrow_ones():
    columns = [Column(head="id", cell=str, whole=True), Column(head="n", cell=lambda _: "12"),
               Column(head="words", cell=lambda _: "many words " * 9)]  # fmt: skip
    assert all(line.startswith("evt_0123  12  many") for line in shown(columns, ["evt_0123"], 40)[2:3])


def test_markup_in_a_report_is_shown_as_it_stands():
    out = io.StringIO()
    Console(file=out, width=60).print(table([Column(head="x", cell=str)], ["[bold]not bold[/bold] \x1b[31m"], width=60))
    assert "[bold]not bold[/bold]  [31m" in out.getvalue()
