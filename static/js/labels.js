/* On narrow screens a row of table.cards is a card: every cell says what it is. Fills data-label from the head of
 * the table where the template gave none, and gives fields without a label that name, for added rows too.
 * Lists and tabular forms of the review desk become table.cards, and columns of nothing but figures are aligned
 * (words marked data-apart aside). */
'use strict';
{
  const figure = /^[+−-]?[\d,]+(\.\d+)?(–[\d,]+(\.\d+)?)?\s?[%‰]?$/;

  const headings = (table) => {
    const names = [];
    table.querySelectorAll('thead tr:last-child > th').forEach((head) => {
      const name = (head.querySelector('.text') || head).textContent.trim();
      for (let i = 0; i < head.colSpan; i += 1) names.push(name);
    });
    return names;
  };

  const nameFields = (cell, name) => {
    cell.querySelectorAll('input, select, textarea').forEach((field) => {
      if (!field.hasAttribute('aria-label') && !field.labels?.length) field.setAttribute('aria-label', name);
    });
  };

  // A cell that spans rows shifts the following rows to the left, so columns are counted from the right.
  const label = (table, some) => {
    const names = headings(table);
    (some || table.querySelectorAll('tbody tr')).forEach((row) => {
      const cells = [...row.cells];
      const shift = names.length - cells.length;
      if (shift < 0 || cells.some((cell) => cell.colSpan > 1)) return;
      cells.forEach((cell, i) => {
        if (cell.tagName !== 'TD' || !names[i + shift]) return;
        if (cell.dataset.label === undefined) cell.dataset.label = names[i + shift];
        if (table.id === 'result_list') cell.classList.toggle('none', cell.textContent.trim() === '—');
        nameFields(cell, cell.dataset.label);
      });
    });
  };

  const align = (table) => {
    const rows = [...(table.tBodies[0]?.rows || [])];
    [...table.querySelectorAll('thead th')].forEach((head, i) => {
      const cells = rows.map((row) => row.cells[i]).filter((cell) => cell && !cell.querySelector('[data-apart]'));
      const texts = cells.map((cell) => cell.textContent.trim()).filter((text) => text && text !== '-' && text !== '—');
      const isCode = texts.some((text) => /^0\d/.test(text)); // leading zeros: a code, not an amount
      if (isCode || !texts.length || !texts.every((text) => figure.test(text))) return;
      head.classList.add('num');
      rows.forEach((row) => row.cells[i]?.classList.add('num'));
    });
  };

  document.querySelectorAll('#result_list').forEach(align);
  document.querySelectorAll('#result_list, .tabular table').forEach((table) => table.classList.add('cards'));
  const tables = document.querySelectorAll('table.cards');
  tables.forEach((table) => label(table));
  for (const kind of ['change', 'formset:added']) {
    document.addEventListener(kind, ({ target }) => {
      const table = target.closest?.('table.cards');
      const row = target.closest?.('tbody tr');
      if (table && row) label(table, [row]);
    });
  }
}
