/* Links to a line or a field on this page (href="#cell-…"): open what hides it, bring it to the middle,
 * put the cursor into it and light it up for a moment. Works for the address of the page, too. */
'use strict';
{
  const fields = 'input:not([type="hidden"]):not([disabled]), select:not([disabled]), textarea:not([disabled])';

  const show = (hash) => {
    const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!target) return false;
    for (let box = target.closest('details'); box; box = box.parentElement.closest('details')) box.open = true;
    target.scrollIntoView({ block: 'center' });
    const field = target.matches(fields) ? target : target.querySelector(fields);
    field?.focus({ preventScroll: true });
    target.classList.remove('flash');
    void target.offsetWidth; // restarts the animation
    target.classList.add('flash');
    return true;
  };

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href*="#"]');
    if (!link || link.pathname !== location.pathname || link.search !== location.search) return;
    if (link.matches('.skip') || !show(link.hash)) return;
    event.preventDefault();
    history.replaceState(null, '', link.hash);
  });
  const follow = () => { if (!location.hash.startsWith('#content')) show(location.hash); };
  window.addEventListener('hashchange', follow);
  follow();
}
