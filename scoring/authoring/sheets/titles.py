"""Names and order of the sheets, and what their key columns are called."""

Way = tuple[str, ...]

GUIDE = "说明"
BASICS = "基本信息"
BASICS_NAME, BASICS_VALUE = "项目", "内容"

# In the order of the workbook; what isn't here follows under its own name.
TITLES: dict[Way, str] = {
    ("indicators",): "指标",
    ("indicators", "rule", "bands"): "档次",
    ("indicators", "rule", "items"): "清单项",
    ("indicators", "rule", "cases"): "情形",
    ("levels",): "一级指标分值",
    ("grades",): "等次",
    ("indicator_lists",): "指标表",
    ("indicator_lists", "levels"): "指标表分值",
    ("indicator_lists", "labels"): "指标表栏目名称",
    ("indicator_lists", "default_rule", "bands"): "指标表档次",
    ("indicator_lists", "default_rule", "items"): "指标表清单项",
    ("indicator_lists", "default_rule", "cases"): "指标表情形",
    ("facts",): "数据项",
    ("tables",): "表格",
    ("tables", "rows"): "表格的行",
    ("tables", "columns"): "表格的列",
    ("tables", "derived"): "表格公式",
    ("lists",): "列表",
    ("lists", "columns"): "列表的列",
    ("lists", "derived"): "列表公式",
    ("charts",): "图形",
    ("charts", "bars"): "图形数据",
    ("sections",): "章节",
    ("sections", "blocks"): "页面内容",
    ("checks",): "核查关系",
    ("check_settings",): "核查设置",
    ("concepts",): "共有数据",
    ("standards", "level1_weights"): "规定分值",
    ("standards", "execution_caps"): "执行率封顶",
    ("choices_recorded",): "方案约定",
    ("sign_offs",): "签章",
}
# Left out while they are empty; the others stand ready to be filled.
LEFT_OUT = ("indicator_lists", "default_rule")

_KEYS: dict[Way, str] = {
    ("facts",): "数据项编号",
    ("tables",): "表格编号",
    ("tables", "rows"): "行编号",
    ("tables", "columns"): "列编号",
    ("tables", "derived"): "单元（行.列）",
    ("lists",): "列表编号",
    ("lists", "columns"): "列编号",
    ("lists", "derived"): "列编号",
    ("indicator_lists",): "指标表编号",
    ("indicator_lists", "labels"): "栏目编号",
    ("charts",): "图形编号",
    ("concepts",): "数据编号",
    ("levels",): "一级指标",
    ("standards", "level1_weights"): "一级指标",
    ("check_settings",): "核查编码",
    ("choices_recorded",): "事项",
}


def sheet_title(way: Way) -> str:
    """What a sheet is called: at most 31 characters, as spreadsheets want it."""
    return TITLES.get(way) or ".".join(way)[-31:]


def key_heading(way: Way) -> str:
    """The heading of the column that names a row of a keyed collection."""
    return _KEYS.get(way, "编号")


def is_left_out(way: Way) -> bool:
    """Whether a sheet of this kind is only written when it has rows."""
    return way[: len(LEFT_OUT)] == LEFT_OUT
