/* A form that was sent is not sent twice. Its buttons come back when the page does (back button).
 * data-repeat on a form turns this off, for downloads that leave the page where it is. */
'use strict';
{
  const buttons = (form) => [...form.elements].filter((e) => e.type === 'submit');

  const release = (form) => {
    delete form.dataset.sent;
    buttons(form).forEach((button) => {
      if (button.dataset.held === undefined) return;
      button.disabled = false;
      delete button.dataset.held;
    });
  };

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post' || 'repeat' in form.dataset) return;
    if ('sent' in form.dataset) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = '';
    // After the browser has taken the values: a disabled button would not be among them.
    setTimeout(() => buttons(form).filter((b) => !b.disabled).forEach((button) => {
      button.disabled = true;
      button.dataset.held = '';
    }));
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(release));
}
