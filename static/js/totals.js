/* Running totals: <output data-sum="[data-weight]" data-places="2" data-expected="90">.
 * data-places="0": no more decimals than there are, at most two. Thousands are separated.
 * The selector is looked up inside the nearest [data-sum-scope], else the whole page. Matches may be fields or
 * other elements with a figure as text. Blank counts as 0, removed rows don't count, an unreadable field shows —.
 * data-of="100" data-out-of="99": the sum is stretched from what applies to the whole, rounded half up to two decimals.
 * data-expected: a total that differs gets the class "off" and says what it should be. Needs figures.js. */
'use strict';
{
  const textOf = (element) => ('value' in element && element.tagName !== 'OUTPUT' ? element.value : element.textContent);

  const sum = (elements) => {
    let digits = 0n;
    let places = 0;
    for (const element of elements) {
      const figure = figures.read(textOf(element));
      if (figure === undefined) return undefined;
      if (figure === null) continue;
      const finer = Math.max(places, figure.places);
      digits = figures.rescale(digits, places, finer) + figures.rescale(figure.digits, figure.places, finer);
      places = finer;
    }
    return { digits, places };
  };

  const shown = (digits, from, places) => {
    const text = figures.print(digits, from, places || 2);
    const [whole, fraction] = (places ? text : text.replace(/\.?0+$/, '')).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
    return fraction ? `${grouped}.${fraction}` : grouped;
  };

  const note = (total, expected, places) => {
    const wanted = figures.read(expected);
    if (!wanted) return '';
    const finer = Math.max(total.places, wanted.places);
    const gap = figures.rescale(total.digits, total.places, finer) - figures.rescale(wanted.digits, wanted.places, finer);
    return gap === 0n ? '' : `（应为 ${expected}，差 ${shown(gap, finer, places)}）`;
  };

  const stretched = (total, of, outOf) => {
    const whole = figures.read(of);
    const rest = figures.read(outOf);
    const top = total.digits * whole.digits * 10n ** BigInt(rest.places + 2);
    const bottom = rest.digits * 10n ** BigInt(total.places + whole.places);
    return { digits: (2n * top + bottom) / (2n * bottom), places: 2 };
  };

  const refresh = () => {
    for (const place of document.querySelectorAll('[data-sum]')) {
      const scope = place.closest('[data-sum-scope]') || document;
      const counted = [...scope.querySelectorAll(place.dataset.sum)].filter((e) => !e.closest('.removed'));
      const places = Number(place.dataset.places ?? 2);
      const plain = sum(counted);
      const total = plain && place.dataset.of ? stretched(plain, place.dataset.of, place.dataset.outOf) : plain;
      const remark = total && place.dataset.expected ? note(total, place.dataset.expected, places) : '';
      place.textContent = total ? shown(total.digits, total.places, places) + remark : '—';
      place.title = total ? '' : '有无法识别的数字';
      place.classList.toggle('off', remark !== '');
    }
  };

  document.addEventListener('input', refresh);
  document.addEventListener('change', refresh);
  refresh();
}
