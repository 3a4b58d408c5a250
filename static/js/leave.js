/* Asks before leaving a page with unsaved work. <form data-leave-warning>; add data-unsaved when the server
 * answered with what was typed but did not store it. Saving by script: dispatch "saved" on the form. */
'use strict';
{
  const unsaved = new Set(document.querySelectorAll('form[data-leave-warning][data-unsaved]'));
  const watched = (target) => target.form?.matches('[data-leave-warning]') && target.form;

  for (const kind of ['input', 'change']) {
    document.addEventListener(kind, ({ target }) => {
      const form = watched(target) || target.closest?.('form[data-leave-warning]');
      if (form) unsaved.add(form);
    });
  }
  document.addEventListener('saved', ({ target }) => unsaved.delete(target));
  document.addEventListener('submit', (event) => {
    if (!event.defaultPrevented) unsaved.delete(event.target);
  });
  window.addEventListener('beforeunload', (event) => {
    if (!unsaved.size) return;
    event.preventDefault();
    event.returnValue = ''; // browsers from before 2024
  });
}
