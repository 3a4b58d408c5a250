/* The text of a scheme: line numbers beside it, where the cursor is, and problems that lead to their line. */
'use strict';
{
  const box = document.querySelector('[data-code]');
  const text = box.querySelector('textarea');
  const gutter = box.querySelector('.gutter');
  const position = document.querySelector('[data-position]');
  let shown = 0;

  const number = () => {
    const count = text.value.split('\n').length;
    if (count === shown) return;
    shown = count;
    gutter.textContent = Array.from({ length: count }, (_, i) => i + 1).join('\n');
  };
  const follow = () => { gutter.scrollTop = text.scrollTop; };
  const tell = () => {
    const before = text.value.slice(0, text.selectionStart);
    position.textContent = `${before.split('\n').length} : ${before.length - before.lastIndexOf('\n')}`;
  };
  const fit = () => { gutter.style.setProperty('height', `${text.offsetHeight}px`); follow(); };

  const go = (line) => {
    const lines = text.value.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    text.focus();
    text.setSelectionRange(start, start + (lines[line - 1] || '').length);
    text.scrollTop = Math.max(0, (line - 6) * 20);
    text.scrollLeft = 0;
    tell();
  };

  text.addEventListener('input', number);
  text.addEventListener('scroll', follow);
  for (const kind of ['keyup', 'click', 'input']) text.addEventListener(kind, tell);
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-line]');
    if (!link) return;
    event.preventDefault();
    text.scrollIntoView({ block: 'nearest' });
    go(Number(link.dataset.line));
  });
  number();
  new ResizeObserver(fit).observe(text);
  const asked = /^#L(\d+)$/.exec(location.hash);
  if (asked) go(Number(asked[1]));
}
