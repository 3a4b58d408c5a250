/* <details data-folds>: open on wide screens, closed on narrow ones until somebody opens it. Before jump.js, which
 * opens what a link points into. */
'use strict';
{
  const narrow = window.matchMedia('(max-width: 640px)');
  const fold = () => document.querySelectorAll('details[data-folds]').forEach((box) => { box.open = !narrow.matches; });
  narrow.addEventListener('change', fold);
  if (narrow.matches) fold();
}
