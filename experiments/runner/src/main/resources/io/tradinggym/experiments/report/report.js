// Reads out the values under the pointer. The page says the same without it.
for (const svg of document.querySelectorAll('svg[data-values]')) {
  const data = JSON.parse(svg.dataset.values), [left, right] = svg.dataset.plot.split(' ').map(Number);
  const hair = svg.querySelector('.hair'), tip = document.getElementById('tip');
  svg.addEventListener('pointermove', e => {
    const box = svg.getBoundingClientRect(), x = (e.clientX - box.left) / box.width * svg.viewBox.baseVal.width;
    const at = Math.round((x - left) / (right - left) * (data.x.length - 1));
    if (at < 0 || at >= data.x.length || !data.s.length) return leave();
    const px = left + at / (data.x.length - 1) * (right - left);
    hair.setAttribute('x1', px); hair.setAttribute('x2', px); hair.style.visibility = 'visible';
    tip.innerHTML = '<b>' + data.x[at] + '</b>' + data.s.map(s => '<div class="' + s.c + '"><i></i>' + s.n + ' ' + s.y[at] + '</div>').join('');
    tip.hidden = false;
    tip.style.left = Math.min(e.clientX + 16, innerWidth - tip.offsetWidth - 8) + 'px';
    tip.style.top = Math.min(e.clientY + 16, innerHeight - tip.offsetHeight - 8) + 'px';
  });
  const leave = () => { tip.hidden = true; hair.style.visibility = 'hidden'; };
  svg.addEventListener('pointerleave', leave);
}
