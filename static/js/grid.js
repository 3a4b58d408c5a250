/* Open tables as grids: pasting from a spreadsheet, moving between rows, sums inside a row, levels by code.
 *   <section data-rows="PREFIX" data-paste="code,name,all">  columns in the order of a pasted line; fields are
 *                                                            named PREFIX-n-COLUMN (rows.js adds the rows)
 *     data-code="code" data-levels="3,5,7"                   a row's data-level follows the length of its code
 *     data-adds="all=basic+project;…"                        a cell that is the sum of others of its row is filled in
 *                                                            while it is blank or still is the sum as it was
 *     [data-paste-said]                                      says what was pasted;  [data-paste-hint] is shown
 *   grid.read("a\tb\n")  lines of cells, as spreadsheets put them on the clipboard
 *   grid.fit(lines, 2)   without columns that are blank in every line, where there are more than 2;
 *                        with a third argument true also without those between the first and the next */
'use strict';
{
  const read = (text) => {
    const lines = [];
    let line = [];
    let cell = '';
    let quoted = false;
    const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
    for (let i = 0; i < source.length; i += 1) {
      const sign = source[i];
      if (quoted) {
        if (sign !== '"') cell += sign;
        else if (source[i + 1] === '"') { cell += '"'; i += 1; }
        else quoted = false;
      } else if (sign === '"' && cell === '') quoted = true;
      else if (sign === '\t') { line.push(cell); cell = ''; }
      else if (sign === '\n') { lines.push([...line, cell]); line = []; cell = ''; }
      else cell += sign;
    }
    lines.push([...line, cell]);
    return lines.map((cells) => cells.map((each) => each.replace(/[\s\u3000]+/g, ' ').trim()));
  };

  const width = (lines) => Math.max(...lines.map((line) => line.length));
  const isBlank = (lines, column) => lines.every((line) => !line[column]);
  const without = (lines, column) => lines.map((line) => line.filter((_, i) => i !== column));

  // A code over three merged columns leaves two blank ones beside it.
  const fit = (lines, room, startsWithCode) => {
    let result = lines;
    while (startsWithCode && width(result) > 2 && isBlank(result, 1)) result = without(result, 1);
    for (let at = width(result) - 1; at > 0 && width(result) > room; at -= 1) {
      if (isBlank(result, at)) result = without(result, at);
    }
    return result;
  };

  globalThis.grid = { read, fit };

  const columns = (box) => box.dataset.paste.split(',');
  const fieldOf = (row, column) => row.querySelector(`[name$="-${column}"]`);
  const columnOf = (field) => /-\d+-(\w+)$/.exec(field.name)?.[1];
  const liveRows = (box) => [...box.querySelectorAll('[data-rows-body] [data-row]')].filter((row) => !row.classList.contains('removed'));

  const put = (field, text) => {
    if (field.tagName === 'SELECT') {
      const option = [...field.options].find((each) => each.text.trim() === text || each.value === text);
      if (option) field.value = option.value;
      return Boolean(option);
    }
    const isFigure = field.inputMode === 'decimal';
    const blank = isFigure && /^[-−–—]+$/.test(text);
    const negative = isFigure && /^[(（]([\d,.]+)[)）]$/.exec(text);
    field.value = blank ? '' : negative ? `-${negative[1]}` : isFigure ? text.replace(/^[¥￥]\s*/, '') : text;
    if ('money' in field.dataset) figures.group(field);
    return true;
  };

  // Merged cells of a level are filled in their first row only.
  const inherits = (field, text) => text === '' && field.tagName === 'SELECT';

  const fill = (row, names, cells, above) => {
    let failed = 0;
    cells.forEach((text, i) => {
      const field = names[i] && fieldOf(row, names[i]);
      if (!field) return;
      const given = inherits(field, text) && above ? fieldOf(above, names[i]).value : text;
      if (!put(field, given) && given) failed += 1;
    });
    return failed;
  };

  const say = (box, text) => {
    const place = box.querySelector('[data-paste-said]');
    if (place) place.textContent = text;
  };

  const paste = (box, field, text) => {
    const names = columns(box).slice(columns(box).indexOf(columnOf(field)));
    const lines = fit(read(text), names.length, names[0] === box.dataset.code);
    const here = liveRows(box);
    const at = here.indexOf(field.closest('[data-row]'));
    const missing = Math.max(0, at + lines.length - here.length);
    const targets = [...here.slice(at), ...rows.append(box, missing)].slice(0, lines.length);
    let failed = 0;
    targets.forEach((row, i) => {
      failed += fill(row, names, lines[i], i > 0 ? targets[i - 1] : null);
      follow(box, row, null);
      showLevel(box, row);
    });
    const lost = lines.length - targets.length;
    const wide = width(lines) > names.length;
    say(box, [
      `已粘贴 ${targets.length} 行，保存后生效。`,
      lost ? `行数已到上限，还有 ${lost} 行没有粘贴。` : '',
      wide ? '右侧多出的列没有粘贴。' : '',
      failed ? `有 ${failed} 格不是可选的内容，没有粘贴。` : '',
    ].join(''));
    // Rows of indicators show more as they are filled; a table of figures is added up once.
    const told = box.dataset.adds === undefined ? targets.map((row) => fieldOf(row, names[0])) : [field];
    told.forEach((each) => each.dispatchEvent(new Event('input', { bubbles: true })));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  document.addEventListener('paste', (event) => {
    const field = event.target.closest?.('[data-paste] [data-row] :is(input, textarea, select)');
    const box = field?.closest('[data-paste]');
    if (!box || !columns(box).includes(columnOf(field))) return;
    const text = event.clipboardData?.getData('text/plain') || '';
    if (!/[\t\n]/.test(text.replace(/\r?\n$/, ''))) return;
    event.preventDefault();
    paste(box, field, text);
  });

  const showLevel = (box, row) => {
    const field = box.dataset.code && fieldOf(row, box.dataset.code);
    if (!field) return;
    const length = String(figures.halfWidth(field.value).length);
    row.dataset.level = String(box.dataset.levels.split(',').indexOf(length) + 1);
  };

  const sumOf = (row, parts) => {
    const found = parts.map((part) => figures.read(fieldOf(row, part)?.value || ''));
    if (found.includes(undefined) || found.every((each) => each === null)) return '';
    const places = Math.max(...found.map((each) => each?.places || 0));
    const digits = found.reduce((sum, each) => sum + (each ? figures.rescale(each.digits, each.places, places) : 0n), 0n);
    return figures.plain(figures.print(digits, places, Math.min(places, 2)));
  };

  const sums = new WeakMap();
  const follow = (box, row, changed) => {
    for (const rule of (box.dataset.adds || '').split(';').filter(Boolean)) {
      const [column, formula] = rule.split('=');
      const field = fieldOf(row, column);
      if (!field) continue;
      const known = sums.get(row) || {};
      const sum = sumOf(row, formula.split('+'));
      const before = known[column];
      sums.set(row, { ...known, [column]: sum });
      if (field === changed || before === undefined && field.value || sum === '') continue;
      if (field.value.trim() === '' || figures.plain(field.value) === before) {
        field.value = sum;
        if ('money' in field.dataset) figures.group(field);
      }
    }
  };

  // Before totals.js adds the columns up.
  document.addEventListener('input', ({ target }) => {
    const row = target.closest?.('[data-paste] [data-row]');
    const box = row?.closest('[data-paste]');
    if (!box) return;
    if (columnOf(target) === box.dataset.code) showLevel(box, row);
    follow(box, row, target);
  }, true);

  const step = (field, by) => {
    const box = field.closest('[data-paste]');
    const here = liveRows(box);
    const next = here[here.indexOf(field.closest('[data-row]')) + by];
    const target = next && fieldOf(next, columnOf(field));
    target?.focus();
    target?.select?.();
    return Boolean(target);
  };

  document.addEventListener('keydown', (event) => {
    const field = event.target.closest?.('.coded [data-row] :is(input[type="text"], textarea)');
    if (!field || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const isLine = field.tagName === 'INPUT';
    const by = event.key === 'Enter' ? 1 : isLine && event.key === 'ArrowDown' ? 1 : isLine && event.key === 'ArrowUp' ? -1 : 0;
    if (!by) return;
    // Enter never sends the whole page from a grid.
    event.preventDefault();
    step(field, by);
  });

  // After the scripts that it uses.
  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('[data-paste-hint]').forEach((hint) => { hint.hidden = false; });
    document.querySelectorAll('[data-adds]').forEach((box) => liveRows(box).forEach((row) => follow(box, row, null)));
  });
}
