/* In tables for reading the decimal points of a column stand under each other: a figure with fewer decimals than its
 * column has gets what it lacks as an end that nobody sees. The figures themselves stay as filed. */
'use strict';
{
  const figure = /^[+−-]?[\d,]+(?:\.(\d+))?$/;

  const figureOf = (cell) => {
    const text = [...cell.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && figure.test(node.data.trim()));
    return text && { text, decimals: figure.exec(text.data.trim())[1] || '' };
  };

  // Cells that span rows or columns stand on the left, so columns are counted from the right.
  const columnsOf = (table) => {
    const columns = new Map();
    for (const row of table.rows) {
      [...row.cells].forEach((cell, i) => {
        const found = cell.matches('td.num') && figureOf(cell);
        const at = row.cells.length - i;
        if (!found) return;
        if (!columns.has(at)) columns.set(at, []);
        columns.get(at).push(found);
      });
    }
    return columns.values();
  };

  const align = (figures) => {
    const most = Math.max(...figures.map(({ decimals }) => decimals.length));
    for (const { text, decimals } of figures) {
      if (decimals.length === most) continue;
      const end = document.createElement('span');
      end.className = 'pad';
      end.textContent = (decimals ? '' : '.') + '0'.repeat(most - decimals.length);
      text.data = text.data.trimEnd();
      text.after(end);
    }
  };

  document.querySelectorAll('.sheet table, .chart table').forEach((table) => {
    for (const figures of columnsOf(table)) align(figures);
  });
}
