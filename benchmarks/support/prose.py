"""Prose of a final-accounts statement with figures that agree, written from random numbers."""

import random
from collections.abc import Iterator

HEADS = ("社会保障和就业支出", "卫生健康支出", "农林水支出", "住房保障支出", "教育支出", "节能环保支出")
IDLE = (
    "严格按照预算管理制度的要求组织实施，进一步健全内部控制，规范资金使用，各项工作按计划有序推进。",
    "主要原因是落实过紧日子要求，压减一般性支出，同时部分项目结转到下一年度继续实施。",
    "围绕年度重点任务，强化部门协同，完善工作机制，服务对象满意度稳步提升，取得了较好的社会效益。",
)


def paragraphs(chosen: random.Random) -> Iterator[str]:
    """One paragraph after another, without end."""
    while True:
        yield from _statement(chosen, chosen.randint(2017, 2024))


def text_of(size: int, seed: int = 1) -> str:
    """Prose of at least `size` bytes of UTF-8, cut at a paragraph."""
    written, parts = 0, []
    for paragraph in paragraphs(random.Random(seed)):
        parts.append(paragraph)
        written += len(paragraph.encode()) + 1
        if written >= size:
            return "\n".join(parts)
    raise AssertionError  # paragraphs never ends


def _statement(chosen: random.Random, year: int) -> Iterator[str]:
    spent = [chosen.randint(1, 5_000_000) for _ in HEADS]
    total = sum(spent)
    before = chosen.randint(1, 20_000_000)
    basic = chosen.randint(1, total - 1)
    word, rise = ("增加", "增长") if total >= before else ("减少", "下降")
    yield (
        f"{year}年度本年支出合计{_money(total)}万元，与{year - 1}年相比，{word}{_money(abs(total - before))}万元，"
        f"{rise}{_percent(abs(total - before), before)}%。{chosen.choice(IDLE)}"
    )
    yield (
        f"本年支出合计{_money(total)}万元，其中：基本支出{_money(basic)}万元，占{_percent(basic, total)}%；"
        f"项目支出{_money(total - basic)}万元，占{_percent(total - basic, total)}%。"
    )
    listed = "；".join(
        f"{head}{_money(part)}万元，占{_percent(part, total)}%"
        for head, part in zip(HEADS, spent, strict=True)
    )
    yield f"{year}年度财政拨款支出{_money(total)}万元，主要用于以下方面：{listed}。{chosen.choice(IDLE)}"
    planned = chosen.randint(1, 9_000_000)
    yield (
        f"{chosen.choice(HEADS)}年初预算为{_money(planned)}万元，支出决算为{_money(basic)}万元，"
        f"完成年初预算的{_percent(basic, planned)}%。{chosen.choice(IDLE)}"
    )


def _money(cents: int) -> str:
    return f"{cents / 100:.2f}"


def _percent(part: int, whole: int) -> str:
    """Rounded half up to two places, in whole numbers."""
    scaled = (part * 100_000 // whole + 5) // 10
    return f"{scaled / 100:.2f}"
