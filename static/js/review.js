/* The review page: views of the table, reasons where they are needed, the grade of the running total, keys. */
'use strict';
{
  // The answer to a refused action stands at the action's address: a reload asks for the page again.
  const page = document.getElementById('review')?.dataset.page;
  if (page && location.pathname !== page) history.replaceState(null, '', page);

  const lines = [...document.querySelectorAll('[data-line]')];
  const tabs = [...document.querySelectorAll('[data-show]')];
  const wanted = { differing: (line) => 'differing' in line.dataset, changed: (line) => 'changed' in line.dataset };

  // The level stands once for a run of visible lines of one level.
  const showLevels = () => {
    let above = null;
    lines.filter((line) => !line.hidden).forEach((line) => {
      const cell = line.querySelector('td.lv');
      const level = cell.textContent.trim();
      cell.classList.toggle('again', level === above);
      above = level;
    });
  };

  const show = (key) => {
    lines.forEach((line) => { line.hidden = !(wanted[key]?.(line) ?? true); });
    tabs.forEach((tab) => {
      if (tab.dataset.show === key) tab.setAttribute('aria-current', 'true');
      else tab.removeAttribute('aria-current');
    });
    const none = document.querySelector('.none-shown');
    if (none) none.hidden = lines.some((line) => !line.hidden);
    showLevels();
  };

  tabs.forEach((tab) => tab.addEventListener('click', (event) => {
    event.preventDefault();
    show(tab.dataset.show);
  }));
  if (lines.length) showLevels();

  // A link to a line that the present view hides brings all lines back first.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#line-"]');
    if (link && document.getElementById(link.hash.slice(1))?.hidden) show('all');
  }, true);

  const above = (field) => {
    const typed = figures.read(field.value);
    const proposed = figures.read(field.dataset.proposal);
    if (!typed || !proposed) return false;
    const places = Math.max(typed.places, proposed.places);
    return figures.rescale(typed.digits, typed.places, places) > figures.rescale(proposed.digits, proposed.places, places);
  };
  const same = (field) => {
    const typed = figures.read(field.value);
    return typed ? figures.print(typed.digits, typed.places, 2) === field.dataset.proposal : false;
  };

  const askReason = (field) => {
    const reason = field.parentElement.querySelector('.reason');
    const needed = above(field);
    reason.hidden = same(field) && !reason.value;
    reason.required = needed && !reason.value.trim();
    reason.placeholder = needed ? reason.dataset.needed : reason.getAttribute('aria-placeholder');
  };

  const showGrade = () => {
    const place = document.querySelector('[data-grades]');
    const total = document.getElementById('total');
    if (!place || !total) return;
    const reached = figures.read(total.textContent);
    const cents = (figure) => figures.rescale(figure.digits, figure.places, 2);
    const band = reached && JSON.parse(place.dataset.grades).find(([from]) => cents(reached) >= cents(figures.read(from)));
    place.textContent = band ? band[1] : '—';
  };

  // Rows that don't apply have a figure for the total and no field.
  document.querySelectorAll('input[data-reviewed]').forEach(askReason);
  document.addEventListener('input', ({ target }) => {
    const field = target.closest('td.reviewed')?.querySelector('input[data-reviewed]');
    if (field) askReason(field);
    showGrade();
  });

  const go = (step) => {
    const stops = lines.filter((line) => !line.hidden && 'differing' in line.dataset);
    if (!stops.length) return;
    const here = stops.indexOf(document.querySelector('tr.current'));
    const next = stops[here < 0 ? (step > 0 ? 0 : stops.length - 1) : (here + step + stops.length) % stops.length];
    document.querySelector('tr.current')?.classList.remove('current');
    next.classList.add('current');
    next.scrollIntoView({ block: 'center' });
    next.querySelector('input[data-reviewed]')?.focus({ preventScroll: true });
  };

  const comment = (line) => {
    const box = line?.querySelector('details.ask');
    if (!box) return;
    box.open = true;
    box.querySelector('textarea').focus();
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const writing = event.target.matches('textarea, select, input:not([data-reviewed])');
    if (writing) return;
    const keys = { j: () => go(1), k: () => go(-1), c: () => comment(event.target.closest('[data-line]') || document.querySelector('tr.current')) };
    const act = keys[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // A cell of the filing that is clicked becomes the place of the comment: the cell itself, else its row or page.
  const place = document.getElementById('place');
  const byId = new Map([...(place?.options || [])].map((option) => [`cell-${option.value.replaceAll('/', '-')}`, option]));
  const optionOf = (element) => {
    for (let at = element.closest('[id]'); at && at.id !== 'filing'; at = at.parentElement.closest('[id]')) {
      if (byId.has(at.id)) return byId.get(at.id);
    }
    return null;
  };
  document.getElementById('filing')?.addEventListener('click', ({ target }) => {
    const cell = place && !target.closest('a, button, summary, input') && target.closest('td, th, dd');
    const option = cell && optionOf(cell);
    if (!option || String(window.getSelection())) return;
    place.value = option.value;
    const box = document.getElementById('comment-elsewhere');
    box.scrollIntoView({ block: 'center' });
    box.focus({ preventScroll: true });
  });

  const reload = document.querySelector('[data-reload]');
  const typing = () => document.querySelector('form[data-unsaved]') || [...document.querySelectorAll('textarea[name^="comment:"]')].some((box) => box.value);
  if (reload) setInterval(() => { if (!typing()) location.reload(); }, Number(reload.dataset.reload) * 1000);
}
