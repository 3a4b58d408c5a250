/* Reads figures the way people type them, without floating point.
 *   figures.halfWidth("１２。５")    "12.5"
 *   figures.read("１,２３４.5")      {digits: 12345n, places: 1};  "" is null;  unreadable is undefined
 *   figures.print(12345n, 1, 2)     "1234.50"   rounded half up
 *   figures.plain("1,234.50")       "1234.5"    without separators and trailing zeros
 *   figures.group(field)            1,234.5 in a field, its decimals as typed
 * Fields with inputmode="decimal" or data-figure are put into half-width form when the cursor leaves them; amounts
 * (data-money) are shown with thousands separators, which the server reads as well. */
'use strict';
{
  const halfWidth = (text) => text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\u3000/g, ' ')
    .replace(/(\d)。(\d)/g, '$1.$2')
    .replace(/[−–—](?=\d)/g, '-')
    .trim();

  const read = (text) => {
    const plain = halfWidth(text).replace(/[,\s]/g, '');
    if (plain === '') return null;
    const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(plain);
    if (!match || !(match[2] || match[3])) return undefined;
    const fraction = match[3] || '';
    const digits = BigInt(match[2] + fraction);
    return { digits: match[1] === '-' ? -digits : digits, places: fraction.length };
  };

  const rescale = (digits, from, to) => {
    if (to >= from) return digits * 10n ** BigInt(to - from);
    const unit = 10n ** BigInt(from - to);
    const size = digits < 0n ? -digits : digits;
    const rounded = (size * 2n + unit) / (unit * 2n);
    return digits < 0n ? -rounded : rounded;
  };

  const print = (digits, from, to) => {
    const scaled = rescale(digits, from, to);
    const text = String(scaled < 0n ? -scaled : scaled).padStart(to + 1, '0');
    const whole = text.slice(0, text.length - to);
    return (scaled < 0n ? '-' : '') + whole + (to ? `.${text.slice(-to)}` : '');
  };

  const plain = (text) => {
    const bare = text.trim().replace(/,/g, '');
    return bare.includes('.') ? bare.replace(/\.?0+$/, '') : bare;
  };

  const group = (field) => {
    const figure = read(field.value);
    if (!figure) return;
    const [whole, fraction] = print(figure.digits, figure.places, figure.places).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
    field.value = fraction ? `${grouped}.${fraction}` : grouped;
  };

  globalThis.figures = { halfWidth, read, rescale, print, plain, group };

  document.addEventListener('focusout', ({ target }) => {
    if (!target.matches?.('input[inputmode="decimal"], input[data-figure]')) return;
    const tidy = halfWidth(target.value);
    if (tidy !== target.value) {
      target.value = tidy;
      target.dispatchEvent(new Event('input', { bubbles: true }));
    }
    if ('money' in target.dataset) group(target);
  });
  document.querySelectorAll('input[data-money]').forEach(group);
}
