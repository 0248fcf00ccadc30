"""What is said of a command line that cannot be understood."""

from __future__ import annotations

import pytest

from zerentu.cli import COMMANDS, run


@pytest.fixture
def refused(monkeypatch, capsys):
    """Run a command line and return the line that says why it is refused."""

    def call(*arguments, lang="zh"):
        monkeypatch.setenv("ZERENTU_LANG", lang)
        assert run([*arguments]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        return next(line for line in err.splitlines() if line.startswith(("错误：", "Error: ")))

    return call


@pytest.mark.parametrize(
    ("line", "says", "english"),
    [
        ("agency", "错误：缺少参数 NAME", "Error: the argument NAME is missing"),
        (
            "agency 市财政局 --fomat json",
            "错误：没有 --fomat 这个选项，是不是 --format？",
            "Error: there is no option --fomat; did you mean --format?",
        ),
        ("agency 市财政局 --zzzz", "错误：没有 --zzzz 这个选项", "Error: there is no option --zzzz"),
        ("agency 市财政局 --region", "错误：选项 '--region' 后面要写值", "Error: the option '--region' needs a value"),
        ("export out", "错误：缺少选项 --format", "Error: the option --format is missing"),
        ("targets --due 明年", "错误：'--due'：'明年' 不是整数", "Error: '--due': '明年' is not an integer"),
        ("cypher x --timeout 快", "错误：'--timeout'：'快' 不是数字", "Error: '--timeout': '快' is not a number"),
        ("map --limit 0", "错误：'--limit'：0 不在 x>=1 的范围内", "Error: '--limit': 0 is not in the range x>=1"),
        (
            "plans --format yaml",
            "错误：'--format'：'yaml' 不在可选值之内：'table', 'json', 'csv', 'xlsx'",
            "Error: '--format': 'yaml' is not one of 'table', 'json', 'csv', 'xlsx'",
        ),
        ("queries 一 二", "错误：多写了参数：一 二", "Error: unexpected arguments: 一 二"),
        ("plan", "错误：没有 plan 这个命令，是不是 plans？", "Error: there is no command plan; did you mean plans?"),
    ],
)
def test_a_wrong_line_is_refused_in_the_language_of_the_run(refused, line, says, english):
    assert refused(*line.split()) == says
    assert refused(*line.split(), lang="en") == english


def test_the_line_of_use_comes_first(monkeypatch, capsys):
    monkeypatch.setenv("ZERENTU_LANG", "zh")
    assert run(["agency"]) == 2
    assert (
        capsys.readouterr().err
        == "用法：zerentu agency [OPTIONS] NAME\n用 zerentu agency --help 查看说明\n\n错误：缺少参数 NAME\n"
    )


@pytest.mark.parametrize("name", [*COMMANDS])
def test_help_has_no_english_words_of_click(monkeypatch, capsys, name):
    monkeypatch.setenv("ZERENTU_LANG", "zh")
    assert run([name, "--help"]) == 0
    page = capsys.readouterr().out
    assert page.startswith(f"用法：zerentu {name}")
    for words in ("Usage", "Options:", "Show ", "default:", "required"):
        assert words not in page
