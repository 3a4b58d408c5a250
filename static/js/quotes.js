/* Findings that quote a text field: the words are lit up in it, a click selects them, and a button writes the
 * computed figure in place of the stated one. Places are counted in code points, as the server counts them.
 * <li data-quote="12-30" data-cell="cell-…" data-tone="warning"> … <button data-correct="20-26" data-text="53.95">
 * An address with ?quote=12-30#cell-… selects the words when the page opens. */
'use strict';
{
  const fields = new Map(); // field → {layer, text, marks: [{from, to, tone, line, button}]}
  const units = (text, point) => Array.from(text).slice(0, point).join('').length;
  const span = (text, places) => places.split('-').map((point) => units(text, Number(point)));

  const light = (field) => {
    const own = document.createElement('div');
    own.className = 'lit';
    const layer = document.createElement('div');
    layer.className = 'backdrop';
    layer.setAttribute('aria-hidden', 'true');
    const focused = document.activeElement === field;
    field.replaceWith(own);
    own.append(layer, field);
    if (focused) field.focus({ preventScroll: true });
    const style = getComputedStyle(field);
    for (const name of ['font', 'letterSpacing', 'lineHeight', 'padding', 'borderWidth', 'textAlign', 'tabSize']) layer.style[name] = style[name];
    const follow = () => { layer.scrollTop = field.scrollTop; };
    field.addEventListener('scroll', follow);
    return layer;
  };

  const draw = (field) => {
    const { layer, marks } = fields.get(field);
    const text = field.value;
    layer.replaceChildren();
    let at = 0;
    for (const mark of [...marks].sort((one, other) => one.from - other.from)) {
      if (mark.to <= at) continue;
      const from = Math.max(at, mark.from);
      const lit = document.createElement('mark');
      lit.className = `quote ${mark.tone}`;
      lit.textContent = text.slice(from, mark.to);
      layer.append(text.slice(at, from), lit);
      at = mark.to;
    }
    layer.append(`${text.slice(at)}\n`);
    layer.scrollTop = field.scrollTop;
  };

  /* What was typed moves the marks behind it; a mark that was typed into is gone, and so is its button. */
  const typed = (field) => {
    const state = fields.get(field);
    const before = state.text, now = field.value;
    if (before === now) return;
    const least = Math.min(before.length, now.length);
    let head = 0, tail = 0;
    while (head < least && before[head] === now[head]) head++;
    while (tail < least - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
    const end = before.length - tail, shift = now.length - before.length;
    const moved = (place) => place + (place >= end ? shift : 0);
    state.marks = state.marks.filter((mark) => {
      const kept = mark.to <= head || mark.from >= end;
      if (kept) {
        mark.figure = mark.figure && mark.figure.map((place) => (mark.to <= head ? place : moved(place)));
        if (mark.from >= end) { mark.from += shift; mark.to += shift; }
      } else {
        mark.button?.remove();
        mark.line.classList.add('is-done');
      }
      return kept;
    });
    state.text = now;
    draw(field);
  };

  const select = (field, from, to) => {
    for (let box = field.closest('details'); box; box = box.parentElement.closest('details')) box.open = true;
    field.focus({ preventScroll: true });
    field.setSelectionRange(from, to);
    field.scrollIntoView({ block: 'center' });
    const layer = fields.get(field)?.layer;
    const lit = layer && [...layer.querySelectorAll('mark')].find((mark) => mark.textContent && field.value.startsWith(mark.textContent, from));
    if (lit) field.scrollTop = Math.max(0, lit.offsetTop - field.clientHeight / 2);
  };

  const correct = (field, mark, text) => {
    field.focus({ preventScroll: true });
    field.setRangeText(text, mark.figure[0], mark.figure[1], 'select');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.scrollIntoView({ block: 'center' });
  };

  for (const line of document.querySelectorAll('[data-quote]')) {
    const field = document.getElementById(line.dataset.cell);
    if (!field?.matches('textarea, input[type="text"]') || field.disabled || field.form?.hasAttribute('data-unsaved')) continue;
    if (!fields.has(field)) {
      fields.set(field, { layer: field.matches('textarea') ? light(field) : document.createElement('div'), text: field.value, marks: [] });
      field.addEventListener('input', () => typed(field));
    }
    const [from, to] = span(field.value, line.dataset.quote);
    const button = line.querySelector('[data-correct]');
    const mark = { from, to, tone: line.dataset.tone, line, button, figure: button && span(field.value, button.dataset.correct) };
    fields.get(field).marks.push(mark);
    line.querySelector('a')?.addEventListener('click', (event) => {
      if (!fields.get(field).marks.includes(mark)) return;
      event.preventDefault();
      event.stopPropagation();
      select(field, mark.from, mark.to);
    });
    if (button) {
      button.hidden = false;
      button.addEventListener('click', () => correct(field, mark, button.dataset.text));
    }
  }
  fields.forEach((_state, field) => draw(field));

  const asked = /^\d+-\d+$/.exec(new URLSearchParams(location.search).get('quote') ?? '');
  const field = asked && location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (field && field.matches('textarea, input[type="text"]')) select(field, ...span(field.value, asked[0]));
}
