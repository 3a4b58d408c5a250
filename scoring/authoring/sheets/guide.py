"""The first sheet: how to read and change the workbook."""

from scoring.engine.numbers import plain
from scoring.engine.scheme import Scheme

_LINES = (
    "怎样修改：直接改其他工作表中的内容，存为 xlsx，在“自评方案”中上传，系统会另存为一份新的草稿，已发布的版本不变。",
    "上传后系统检查全部内容；有问题的逐条列出工作表和单元格，改好才能发布。发布前可以看与上一版的差别。",
    "每张工作表第一行是列名，不要改动；列的次序可以调整，整行可以增加、删除；列和工作表不能删除。不要合并单元格，不要使用公式和百分比格式。",
    "空白的单元格表示默认值。必须写明空白文字时填“（空）”，没有任何内容的清单填“（无）”。",
    "一格中有多项时一行写一项（单元格内换行：Alt+Enter）。",
    "“指标”：每个评分行一行。先选“评分规则”，再填这种规则的参数；用不到的参数列已折叠，点列标上方的“+”展开。",
    "“档次”“清单项”“情形”：一行一档（一项），用第一列的指标编号对应到“指标”表。",
    "“页面内容”：填报页面由哪些部分组成，每行只放一种：数据项、指标、表格、指标表、列表或图形。",
    "公式中的名称：数据项写“编号”，表格单元写“表.行.列”，self.sum 是各行自评得分合计。公式按文字填写，不以等号开头。",
    "编号只能用小写字母、数字和下划线，以字母开头；改了编号，用到它的公式和页面也要改。",
    "数字和编码都保留原样：有前导零的编码请设为文本格式。",
)


def guide_lines(scheme: Scheme) -> list[str]:
    """Title of the form, then what to know before changing it."""
    title = f"{scheme.title}（{scheme.code}，第 {scheme.version} 版，总分值 {plain(scheme.total_weight)}）"
    return [title, "", *_LINES]
