/* Rows of a formset. Without this script the server's blank extra rows and DELETE boxes do the same.
 *   <div data-rows="PREFIX">                          around the table and its management form
 *     <tbody data-rows-body> <tr data-row> …          the rows; each may hold a box named PREFIX-n-DELETE
 *     <template data-rows-template>                   a row with __prefix__ where the number goes
 *     <button type="button" data-rows-add hidden>     data-rows-into="#id" adds to another tbody,
 *                                                     data-rows-from="#id" uses another template
 *     <button type="button" data-row-remove data-undo="撤销" hidden>删除</button>
 *                                                     in a row: ticks its DELETE box, again to undo
 * Other scripts: rows.room(box) how many more fit, rows.append(box, count) adds blank ones and returns them. */
'use strict';
{
  const total = (box) => box.querySelector(`[name="${box.dataset.rows}-TOTAL_FORMS"]`);
  const limit = (box) => Number(box.querySelector(`[name="${box.dataset.rows}-MAX_NUM_FORMS"]`)?.value || 1000);
  const deletion = (row) => row.querySelector('input[type="checkbox"][name$="-DELETE"]');

  const showState = (row) => {
    const button = row.querySelector('[data-row-remove]');
    const box = deletion(row);
    if (!button || !box) return;
    button.hidden = false;
    (box.closest('label') || box).hidden = true;
    row.classList.toggle('removed', box.checked);
    button.dataset.remove = button.dataset.remove || button.textContent;
    button.textContent = box.checked ? button.dataset.undo || '撤销' : button.dataset.remove;
  };

  const room = (box) => Math.max(0, limit(box) - Number(total(box).value));

  const append = (box, count, from, into) => {
    const counter = total(box);
    const template = from || box.querySelector('[data-rows-template]');
    const body = into || box.querySelector('[data-rows-body]');
    const first = Number(counter.value);
    const holder = document.createElement('template');
    const numbers = Array.from({ length: Math.min(count, room(box)) }, (_, i) => String(first + i));
    holder.innerHTML = numbers.map((number) => template.innerHTML.replace(/__prefix__/g, number)).join('');
    const added = [...holder.content.querySelectorAll('[data-row]')];
    body.append(holder.content);
    counter.value = String(first + added.length);
    added.forEach(showState);
    return added;
  };

  const add = (box, button) => {
    const from = button.dataset.rowsFrom && document.querySelector(button.dataset.rowsFrom);
    const into = button.dataset.rowsInto && document.querySelector(button.dataset.rowsInto);
    const [row] = append(box, 1, from, into);
    if (!row) return;
    row.querySelector('input:not([type="hidden"]):not([type="checkbox"]), select, textarea')?.focus();
    row.dispatchEvent(new Event('change', { bubbles: true }));
  };

  const remove = (row) => {
    const box = deletion(row);
    box.checked = !box.checked;
    showState(row);
    box.dispatchEvent(new Event('change', { bubbles: true }));
  };

  globalThis.rows = { room, append };

  document.addEventListener('click', ({ target }) => {
    const adding = target.closest('[data-rows-add]');
    const removing = target.closest('[data-row-remove]');
    if (adding) add(adding.closest('[data-rows]'), adding);
    if (removing) remove(removing.closest('[data-row]'));
  });
  document.querySelectorAll('[data-rows-add]').forEach((button) => { button.hidden = false; });
  document.querySelectorAll('[data-row]').forEach(showState);
}
