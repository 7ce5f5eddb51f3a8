// Runs before the first paint, as a file of its own because the content security policy allows no inline script.
(() => {
  const page = document.documentElement;
  const kept = localStorage.getItem('mantine-color-scheme-value') ?? 'auto';
  const dark = kept === 'dark' || (kept === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  page.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');

  // The shape that stands until the page is there, and the page's own script, asked for beside those that lead to it.
  const { doors, scripts } = document.currentScript.dataset;
  const place = location.pathname.split('/')[2] ?? '';
  if (doors?.split(' ').includes(place)) page.setAttribute('data-first', 'door');
  const script = scripts && JSON.parse(scripts)[place];
  if (!script) return;
  const early = document.createElement('link');
  early.rel = 'modulepreload';
  early.crossOrigin = '';
  early.href = script;
  document.head.append(early);
})();
