/* The filing pages: what is asked only when it matters, and cells that follow their running total.
 *   [data-reason]  shown once the self score is below the weight, or something is written there
 *   [data-level]   shown once the target has no figure
 *   <output data-follows="ID">  the field ID takes the total over while it is blank or still equals the last one
 *   [data-reload="5"]  reloads the page every 5 seconds, unless somebody is writing on it
 */
'use strict';
{
  const compare = (a, b) => {
    const places = Math.max(a.places, b.places);
    return figures.rescale(a.digits, a.places, places) - figures.rescale(b.digits, b.places, places);
  };

  const readCell = (row, selector) => {
    const cell = row.querySelector(selector);
    return cell ? figures.read('value' in cell ? cell.value : cell.textContent) : null;
  };

  const showReason = (row) => {
    const box = row.querySelector('[data-reason]');
    if (!box || !box.hidden) return;
    const weight = readCell(row, '[data-weight]');
    const own = readCell(row, '[data-self]');
    const written = [...box.querySelectorAll('textarea, input')].some((field) => field.value);
    box.hidden = !written && !(weight && own && compare(own, weight) < 0n);
  };

  const showLevel = (row) => {
    const box = row.querySelector('[data-level]');
    const target = row.querySelector('[name$="-target"]');
    if (!box || !target || box.querySelector('select').value) return;
    const text = figures.halfWidth(target.value);
    box.hidden = text === '' || /\d/.test(text);
  };

  document.addEventListener('input', ({ target }) => {
    const row = target.closest('tr');
    if (!row) return;
    showReason(row);
    showLevel(row);
  });

  const plain = (text) => figures.plain(text);
  const last = new Map();
  const follow = (changed) => {
    for (const output of document.querySelectorAll('output[data-follows]')) {
      const field = document.getElementById(output.dataset.follows);
      const total = plain(output.textContent.trim());
      const before = last.get(output);
      last.set(output, total);
      if (!field || changed === field || before === undefined || total === '—') continue;
      if (field.value.trim() !== '' && plain(field.value) !== before) continue;
      field.value = total;
      if ('money' in field.dataset) figures.group(field);
    }
  };
  // After totals.js has added up.
  document.addEventListener('input', ({ target }) => setTimeout(() => follow(target)));
  document.addEventListener('DOMContentLoaded', () => follow(null));

  document.addEventListener('DOMContentLoaded', () => {
    const waiting = document.querySelector('[data-reload]');
    if (!waiting) return;
    setInterval(() => {
      const busy = document.activeElement?.matches('input, textarea') || document.querySelector('details.send-back[open]');
      if (!busy) location.reload();
    }, Number(waiting.dataset.reload) * 1000);
  });

  document.querySelector('.cols > aside .on')?.scrollIntoView({ block: 'nearest' });
}
