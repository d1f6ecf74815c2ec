() => {
  const problems = [];
  const root = document.documentElement;
  const name = e => `${e.localName} "${(e.textContent || e.name || '').trim().replace(/\s+/g, ' ').slice(0, 40)}"`;
  const shown = e => { const box = e.getBoundingClientRect(); return box.width > 0 && box.height > 0; };

  // Nothing scrolls sideways, neither the page nor a part of it.
  if (root.scrollWidth > root.clientWidth) {
    problems.push(`the page is ${root.scrollWidth} px wide on ${root.clientWidth}`);
    for (const e of document.body.querySelectorAll('*')) if (e.getBoundingClientRect().right > root.clientWidth + 1 && !e.matches('.skip')) { problems.push(`sticks out: ${name(e)}`); break; }
  }
  for (const e of document.querySelectorAll('.scroll')) if (e.scrollWidth > e.clientWidth + 1) problems.push(`scrolls sideways, ${e.scrollWidth} px on ${e.clientWidth}: ${name(e)}`);

  // Every target is at least 44 px high; a radio or a box is tapped by its label.
  const label = e => e.closest('label') || (e.labels && e.labels[0]);
  for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
    if (!shown(e) || e.matches('.skip')) continue;
    const target = e.matches('[type=radio], [type=checkbox]') ? label(e) || e : e;
    const height = target.getBoundingClientRect().height;
    if (height < 43.5) problems.push(`only ${height.toFixed(1)} px high: ${name(target)}`);
  }

  // Every input has a label that says something.
  for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea')) if (!label(e) || !label(e).textContent.trim()) problems.push(`no label: ${e.name}`);
  for (const e of document.querySelectorAll('iframe')) if (!e.title) problems.push('a frame without a title');

  // No script, and nothing that would be one.
  for (const e of document.querySelectorAll('*')) {
    if (e.localName === 'script') problems.push('a script');
    for (const a of e.attributes) if (a.name.startsWith('on') || /^\s*javascript:/i.test(a.value) && /^(href|src|action|formaction)$/.test(a.name)) problems.push(`${a.name} on ${name(e)}`);
  }

  // Contrast of level AA (WCAG 2.2, 1.4.3).
  const colour = text => { const n = (text.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number); return n.length < 4 ? [...n, 1] : n; };
  const light = c => { const [r, g, b] = c.map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ground = e => { for (let n = e; n; n = n.parentElement) { const c = colour(getComputedStyle(n).backgroundColor); if (c[3] > 0.99) return c; } return matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18, 1] : [255, 255, 255, 1]; };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  const own = [];
  while (walker.nextNode()) {
    const node = walker.currentNode, e = node.parentElement;
    if (!node.textContent.trim() || e.matches('script, style, textarea, option')) continue;
    own.push(node);
    if (seen.has(e) || !shown(e)) continue;
    seen.add(e);
    const style = getComputedStyle(e), size = parseFloat(style.fontSize);
    const [one, two] = [light(colour(e.closest('svg') ? style.fill : style.color)), light(ground(e))];
    const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    if (ratio < (size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700 ? 3 : 4.5)) problems.push(`contrast ${ratio.toFixed(2)}: ${name(e)}`);
  }

  // Our own words are in the reader's language; what people and the public wrote stands in elements that say so.
  const chinese = root.lang.startsWith('zh');
  for (const node of own) {
    const e = node.parentElement, text = node.textContent.trim();
    if (e.closest('bdi, .lines, code, [lang]') !== root && e.closest('bdi, .lines, code, [lang]:not(html)')) continue;
    if (chinese ? !/\p{Script=Han}/u.test(text) && (text.match(/[A-Za-z]{2,}/g) || []).length >= 3 && /\s/.test(text) : /\p{Script=Han}/u.test(text)) problems.push(`not in the reader's language (${root.lang}): ${text.slice(0, 60)}`);
  }
  return problems;
}
