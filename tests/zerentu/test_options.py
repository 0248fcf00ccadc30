"""What the shared options give to a command, and what they refuse before it runs."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from graph.agencies.lexicon import EMPTY, active
from graph.errors import ZerentuError
from ingest.files.limits import limit
from queries import find_query
from zerentu import options
from zerentu.settings import language

Option = Callable[[Any], Any]


pytestmark = pytest.mark.usefixtures("folder")


def given(option: Option, *arguments: str, of: Callable[..., Any] = lambda **values: values) -> Any:
    """Return what a command with this option, called with these arguments, returns; by default the values it gets."""
    return click.command()(option(lambda **values: of(**values))).main(list(arguments), standalone_mode=False)


def refused(option: Option, *arguments: str) -> str:
    """Return the Chinese sentence of the refusal."""
    with pytest.raises(ZerentuError) as caught:
        given(option, *arguments)
    return caught.value.zh


@pytest.mark.parametrize(
    ("option", "arguments", "values"),
    [
        (options.db_option, [], {"db": None}),
        (options.db_option, ["--db", "a.lbug"], {"db": "a.lbug"}),
        (options.folder_option, ["--folder", "查询"], {"folder": Path("查询")}),
        (options.overrides_option, ["--overrides", "o.toml"], {"overrides": Path("o.toml")}),
        (options.plan_option, ["--plan", "行动方案"], {"plan": "行动方案"}),
        (options.region_option, ["--region", "云泽市"], {"region": "云泽市"}),
        (options.show_cypher_option, [], {"show_cypher": False}),
        (options.show_cypher_option, ["--show-cypher"], {"show_cypher": True}),
        (options.today_option, ["--today", "2027-03-01"], {"today": "2027-03-01"}),
        (options.params_option, [], {"params": {}}),
        (
            options.params_option,
            ["-p", "region =云泽市", "--param", "q=a=b"],
            {"params": {"region": "云泽市", "q": "a=b"}},
        ),
        (options.format_option, [], {"style": "table", "output": None}),
        (options.format_option, ["--format", "json"], {"style": "json", "output": None}),
        (options.format_option, ["-o", "a.CSV"], {"style": "csv", "output": Path("a.CSV")}),
        (options.format_option, ["-o", "a.txt", "--format", "xlsx"], {"style": "xlsx", "output": Path("a.txt")}),
    ],
)
def test_a_command_gets_the_value(option: Option, arguments: list[str], values: dict[str, Any]) -> None:
    assert given(option, *arguments) == values


def test_today_is_the_day_of_the_clock_unless_it_is_given() -> None:
    before = datetime.now().date().isoformat()
    assert before <= given(options.today_option)["today"] <= datetime.now().date().isoformat()


def test_what_makes_no_sense_is_refused_before_the_command_runs() -> None:
    assert refused(options.format_option, "--format", "xlsx") == "输出 xlsx 需要指定文件；请加上 -o 结果.xlsx"
    told = "a.txt：表格只输出到屏幕；写入文件请加上 --format xlsx、csv 或 json"
    assert refused(options.format_option, "-o", "a.txt") == told
    assert refused(options.params_option, "-p", "安庆市") == "-p 安庆市：参数要写成 名称=值，例如 -p region=安庆市"
    told = "megabytes、unpacked、pages、rows、cells、strings、merged、characters、nesting、web_nesting"
    assert refused(options.limit_option, "--limit", "pages") == (
        f"--limit：“pages”不是读取上限；要写成 名称=数字，名称可以是 {told}"
    )


def test_the_language_holds_for_the_rest_of_the_run_and_is_no_value_of_the_command() -> None:
    assert given(options.lang_option) == {}
    assert language() == "zh"
    assert given(options.lang_option, "--lang", "en", of=lambda: (language(), os.environ["ZERENTU_LANG"])) == (
        "en",
        "en",
    )


def test_a_lexicon_is_in_force_while_the_command_runs(folder: Path) -> None:
    (folder / "词表.txt").write_text("别名 改革办；指 发展和改革委员会\n", encoding="utf-8")
    (folder / "库").mkdir()
    (folder / "库" / "zerentu.lexicon").write_text("别名 三局；指 市工业和信息化局\n", encoding="utf-8")

    def names(**values: Any) -> list[str]:
        return [entry.name for entry in active().agencies]

    def both(command: Any) -> Any:
        return options.lexicon_option(options.db_option(command))

    assert given(both, of=names) == []
    assert given(both, "--lexicon", "词表.txt", of=names) == ["改革办"]
    assert given(both, "--db", "库/a.lbug", of=names) == ["三局"]
    assert active() is EMPTY
    assert refused(both, "--lexicon", "没有.txt") == "没有.txt：词表打不开（No such file or directory）；请检查路径"


def test_limits_are_in_force_while_the_command_runs() -> None:
    def limits() -> tuple[float, float]:
        return limit("pages"), limit("rows")

    before = limits()
    assert given(options.limit_option, "--limit", "pages=7", "--limit", "rows=9", of=limits) == (7, 9)
    assert limits() == before


def test_the_region_of_the_office_holds_where_none_is_given(folder: Path) -> None:
    def option(command: Any) -> Any:
        return click.option("--region", callback=options.home_region)(command)

    assert given(option) == {"region": None}
    (folder / "zerentu.toml").write_text('region = "洛阳市"\n', encoding="utf-8")
    assert given(option) == {"region": "洛阳市"}
    assert given(option, "--region", "云泽市") == {"region": "云泽市"}


def test_no_password_is_asked_for_where_nobody_sits_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    command = click.command()(options.db_option(lambda db: click.echo(db)))
    done = CliRunner().invoke(command, ["--db", "neo4j://localhost:1"], input="geheim\n")
    assert (done.output, "NEO4J_PASSWORD" in os.environ) == ("neo4j://localhost:1\n", False)


def test_the_cypher_of_questions_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    options.print_cypher("plans", "tasks")
    assert capsys.readouterr() == ("", f"{find_query('plans').text}\n{find_query('tasks').text}\n")
