from __future__ import annotations

from ingest.document.reflow import reflow
from ingest.targets.ledgers import Heading, read_headings, read_row


def read(*lines: str, at: int = -1, besides: frozenset[str] = frozenset()) -> list[tuple[object, ...]]:
    """Return metric, comparator, value, unit, due, derived and last day of the targets of one line of a table."""
    paragraphs = reflow("\n".join(lines) + "\n")
    row = paragraphs[at]
    columns = read_headings(paragraphs).get(row.source(0), ())
    return [
        (said.metric, said.comparator, said.value, said.unit, said.due, said.due_derived, said.due_by)
        for said in read_row(row, columns, "公园建设", besides)
    ]


HEADER = "序号\t重点工程\t工作内容\t2030年目标\t2031年上半年目标\t牵头单位"


def test_the_year_in_a_header_is_the_deadline_of_its_cells() -> None:
    assert read(HEADER, "1\t公园建设\t建设公园。\t新建口袋公园12个。\t新建口袋公园超过20个。\t市园林局") == [
        ("口袋公园", "=", 12, "个", 2030, None, "2030-12-31"),
        ("口袋公园", ">=", 20, "个", 2031, None, "2031-06-30"),
    ]


def test_a_cell_that_holds_an_amount_only_is_about_the_task() -> None:
    assert read(HEADER, "1\t公园建设\t建设公园。\t≥12个\t15—20个\t市园林局") == [
        ("公园建设", ">=", 12, "个", 2030, None, "2030-12-31"),
        ("公园建设", ">=", 15, "个", 2031, None, "2031-06-30"),
        ("公园建设", "<=", 20, "个", 2031, None, "2031-06-30"),
    ]


def test_a_date_in_the_cell_goes_before_the_header() -> None:
    row = "1\t公园建设\t建设公园。\t到2029年，新建口袋公园12个。\t\t市园林局"
    assert read(HEADER, row) == [("口袋公园", "=", 12, "个", 2029, None, "2029-12-31")]


def test_a_goal_without_a_number_is_due_as_well() -> None:
    row = "1\t公园建设\t建设公园。\t公园体系基本建成。\t\t市园林局"
    assert read(HEADER, row) == [("公园体系", None, None, None, 2030, None, "2030-12-31")]


def test_what_was_reached_is_not_wanted() -> None:
    header = "序号\t工作内容\t2028年完成情况\t“十六五”目标\t牵头单位"
    row = "1\t建设公园。\t新建口袋公园9个\t新建口袋公园30个\t市园林局"
    assert read(header, row) == [("口袋公园", "=", 30, "个", None, 2035, "2035-12-31")]


def test_years_in_the_second_line_of_a_header() -> None:
    lines = (
        "序号\t工作内容\t目标\t\t牵头单位",
        "\t\t2030年\t2031年\t",
        "1\t建设公园。\t新建公园3个\t新建公园5个\t市园林局",
    )
    assert [said[2:5] for said in read(*lines)] == [(3, "个", 2030), (5, "个", 2031)]


def test_a_row_with_a_deadline_is_no_header() -> None:
    header = "序号\t工作内容\t完成时限\t牵头单位"
    rows = ("1\t新建公园3个\t2030年\t市园林局", "2\t新建公园5个\t2031年\t市园林局")
    assert read(header, *rows, besides=frozenset(["2031年"])) == [("公园", "=", 5, "个", None, None, None)]


def test_headings_hold_until_the_table_ends() -> None:
    paragraphs = reflow(f"{HEADER}\n1\t甲\t乙\t丙\t丁\t市园林局\n以上任务抓紧落实。\n2\t甲\t乙\t丙\t丁\t市园林局\n")
    headed = read_headings(paragraphs)
    assert [len(columns) for columns in headed.values()] == [6]
    [columns] = headed.values()
    assert columns[:3] == (None, None, None)
    assert isinstance(columns[3], Heading)
    assert (columns[3].goal, columns[3].reached, columns[3].due and columns[3].due.due) == (True, False, 2030)
