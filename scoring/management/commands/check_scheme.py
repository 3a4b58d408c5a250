"""Checks scheme files and prints every problem with its line. Needs no database."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from scoring.authoring.text import form_in
from scoring.engine.problems import Problem, SchemeFileError
from scoring.engine.scheme import Scheme


class Command(BaseCommand):
    help = "核对自评方案文件：逐条打印“文件:行: 位置: 问题”；有问题时退出码为 1"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE.yaml", help="自评方案文件")

    def handle(self, *args: Any, **options: Any) -> None:
        flawed = False
        for path in options["files"]:
            try:
                scheme = form_in(path)
            except SchemeFileError as error:
                flawed = True
                for problem in error.problems:
                    self.stdout.write(_line(problem))
            else:
                self.stdout.write(_sound(path, scheme))
        if flawed:
            sys.exit(1)


def _line(problem: Problem) -> str:
    where = f"{problem.path}: " if problem.path else ""
    return f"{problem.source}:{problem.line}: {where}{problem.message}"


def _sound(path: Path, scheme: Scheme) -> str:
    rows = len(scheme.scored_indicators) + len(scheme.indicator_lists)
    return f"{path}: {scheme.title}（{scheme.code} 第 {scheme.version} 版，{rows} 个评分行或指标表）没有问题"
