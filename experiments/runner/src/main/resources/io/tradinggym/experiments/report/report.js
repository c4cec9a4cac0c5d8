// Reads out values under the pointer or by arrow keys, switches lines on and off, and widens charts. The page says the same without it.
const tip = document.getElementById('tip');
const row = (text, name, bold) => {
  const line = document.createElement(bold ? 'b' : 'div');
  if (!bold) { line.className = name; line.append(document.createElement('i')); }
  line.append(text);
  return line;
};
for (const svg of document.querySelectorAll('svg[data-values]')) {
  const data = JSON.parse(svg.dataset.values), [left, right] = svg.dataset.plot.split(' ').map(Number);
  const hair = svg.querySelector('.hair');
  let at = 0;
  const leave = () => { tip.hidden = true; hair.style.visibility = 'hidden'; };
  const show = (to, px, py) => {
    if (to < 0 || to >= data.x.length || !data.s.length) return leave();
    at = to;
    const x = left + (data.x.length > 1 ? at / (data.x.length - 1) : 0) * (right - left);
    hair.setAttribute('x1', x); hair.setAttribute('x2', x); hair.style.visibility = 'visible';
    tip.replaceChildren(row(data.x[at], '', true), ...data.s.map(s => row(s.n + ' ' + s.y[at], s.c)));
    tip.hidden = false;
    tip.style.left = Math.max(4, Math.min(px + 16, innerWidth - tip.offsetWidth - 8)) + 'px';
    tip.style.top = Math.max(4, Math.min(py + 16, innerHeight - tip.offsetHeight - 8)) + 'px';
  };
  svg.addEventListener('pointermove', e => {
    const box = svg.getBoundingClientRect(), x = (e.clientX - box.left) / box.width * svg.viewBox.baseVal.width;
    show(Math.round((x - left) / (right - left) * (data.x.length - 1)), e.clientX, e.clientY);
  });
  svg.addEventListener('pointerleave', leave);
  svg.addEventListener('blur', leave);
  svg.addEventListener('keydown', e => {
    const by = {ArrowLeft: -1, ArrowRight: 1, PageUp: -20, PageDown: 20, Home: -1e9, End: 1e9}[e.key];
    if (e.key === 'Escape') return leave();
    if (!by) return;
    e.preventDefault();
    const to = Math.max(0, Math.min(data.x.length - 1, at + by)), box = svg.getBoundingClientRect();
    const x = left + (data.x.length > 1 ? to / (data.x.length - 1) : 0) * (right - left);
    show(to, box.left + x / svg.viewBox.baseVal.width * box.width, box.top + box.height / 3);
  });
}
for (const place of document.querySelectorAll('[data-tip]')) {
  const leave = () => { tip.hidden = true; };
  const show = (x, y) => {
    tip.replaceChildren(row(place.dataset.name, '', true), row(place.dataset.tip, place.getAttribute('class')));
    tip.hidden = false;
    tip.style.left = Math.max(4, Math.min(x + 16, innerWidth - tip.offsetWidth - 8)) + 'px';
    tip.style.top = Math.max(4, Math.min(y + 16, innerHeight - tip.offsetHeight - 8)) + 'px';
  };
  place.addEventListener('pointermove', e => show(e.clientX, e.clientY));
  place.addEventListener('pointerleave', leave);
  place.addEventListener('focus', () => { const box = place.getBoundingClientRect(); show(box.left + box.width / 3, box.top); });
  place.addEventListener('blur', leave);
}
for (const zoom of document.querySelectorAll('.zoom')) {
  const wider = document.createElement('button');
  wider.type = 'button';
  wider.className = 'wider';
  wider.textContent = 'Zoom';
  wider.setAttribute('aria-pressed', 'false');
  wider.addEventListener('click', () => wider.setAttribute('aria-pressed', String(zoom.classList.toggle('zoomed'))));
  zoom.before(wider);
}
for (const button of document.querySelectorAll('.legend button')) {
  button.addEventListener('click', () => {
    const shown = button.getAttribute('aria-pressed') !== 'true', zoom = button.closest('.legend').previousElementSibling;
    button.setAttribute('aria-pressed', String(shown));
    for (const line of zoom.querySelectorAll('[data-name]')) {
      if (line.dataset.name === button.textContent) line.style.display = shown ? '' : 'none';
    }
  });
}
