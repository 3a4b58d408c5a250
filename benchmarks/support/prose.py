"""Prose of a final-accounts statement with figures that agree, written from random numbers."""

import random
from collections.abc import Iterator

HEADS = ("社会保障和就业支出", "卫生健康支出", "农林水支出", "住房保障支出", "教育支出", "节能环保支出")
IDLE = (
    "严格按照预算管理制度的要求组织实施，进一步健全内部控制，规范资金使用，各项工作按计划有序推进。",
    "主要原因是落实过紧日子要求，压减一般性支出，同时部分项目结转到下一年度继续实施。",
    "围绕年度重点任务，强化部门协同，完善工作机制，服务对象满意度稳步提升，取得了较好的社会效益。",
    "全年组织业务培训{}场次，培训基层经办人员{}人次，编印政策问答手册{}册，经办能力明显增强。",
    "坚持问题导向，对照审计和检查指出的{}个问题建立整改台账，逐项明确责任人和完成时限，已全部整改到位。",
    "（一）项目立项依据充分，程序规范，绩效目标与部门职责、年度工作任务相匹配，指标设置清晰、可衡量。",
    "下一步，将继续优化支出结构，加强项目储备和前期论证，推动绩效评价结果与下一年度预算安排挂钩。",
)


def paragraphs(chosen: random.Random, idle: int) -> Iterator[str]:
    """One paragraph after another, without end; up to `idle` sentences that claim nothing behind each."""
    while True:
        for claims in _statement(chosen, chosen.randint(2017, 2024)):
            yield claims + "".join(_idle(chosen) for _ in range(chosen.randint(0, idle)))


def text_of(size: int, seed: int = 1, idle: int = 6) -> str:
    """Prose of at least `size` bytes of UTF-8, cut at a paragraph.

    With the usual `idle` a claim stands on 200 bytes, about twice as densely as in filings; without on 60.
    """
    written, parts = 0, []
    for paragraph in paragraphs(random.Random(seed), idle):
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
        f"{rise}{_percent(abs(total - before), before)}%。"
    )
    yield (
        f"本年支出合计{_money(total)}万元，其中：基本支出{_money(basic)}万元，占{_percent(basic, total)}%；"
        f"项目支出{_money(total - basic)}万元，占{_percent(total - basic, total)}%。"
    )
    listed = "；".join(
        f"{head}{_money(part)}万元，占{_percent(part, total)}%"
        for head, part in zip(HEADS, spent, strict=True)
    )
    yield f"{year}年度财政拨款支出{_money(total)}万元，主要用于以下方面：{listed}。"
    planned = chosen.randint(1, 9_000_000)
    yield (
        f"{chosen.choice(HEADS)}年初预算为{_money(planned)}万元，支出决算为{_money(basic)}万元，"
        f"完成年初预算的{_percent(basic, planned)}%。"
    )


def _idle(chosen: random.Random) -> str:
    written = chosen.choice(IDLE)
    return written.format(*(chosen.randint(2, 900) for _ in range(written.count("{}"))))


def _money(cents: int) -> str:
    return f"{cents / 100:.2f}"


def _percent(part: int, whole: int) -> str:
    """Rounded half up to two places, in whole numbers."""
    scaled = (part * 100_000 // whole + 5) // 10
    return f"{scaled / 100:.2f}"
