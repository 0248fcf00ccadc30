from ingest.files.grid import Cell, place, table_lines


def cell(*lines: str) -> Cell:
    return Cell(list(lines))


def test_merged_cells_fill_every_row_and_column_that_they_cover() -> None:
    tall, wide = cell("产业"), cell("合计")
    rows = [[(tall, 1, 0), (cell("a"), 1, 1)], [(cell("b"), 1, 1)], [(wide, 2, 1)]]
    assert [[each and each.text for each in row] for row in place(rows)] == [
        ["产业", "a"],
        ["产业", "b"],
        ["产业", "合计", "合计"],
    ]


def test_a_row_of_one_cell_is_plain_text_and_a_repeated_row_is_left_out() -> None:
    group, one, two = cell("一、产业"), cell("1"), cell("建站")
    assert list(table_lines([[group, group], [one, two], [one, two], [cell(), cell()]])) == ["一、产业", "1\t建站"]


def test_rows_of_a_table_inside_a_cell_come_behind_its_row() -> None:
    assert list(table_lines([[cell("1"), cell("建站", "甲\t乙")]])) == ["1\t建站", "甲\t乙"]


def test_the_text_of_a_cell_follows_lines_that_are_added_later() -> None:
    cell = Cell(["市发展和"])
    assert cell.text == "市发展和"
    cell.lines.append("改革委")
    assert cell.text == "市发展和改革委"


def test_cells_that_cover_one_place_each_are_placed_as_they_come() -> None:
    rows = [[(Cell(["甲"]), 1, 1), (Cell(["乙"]), 1, 1)], [(Cell(["丙"]), 1, 1)], []]
    matrix = place(rows)
    assert matrix == [[cell for cell, _columns, _down in row] for row in rows]
    assert list(table_lines(matrix)) == ["甲\t乙", "丙"]
