// What a page needs before or without its circuit: theme, the browser's time zone, copying, and the words while the line is lost.
(() => {
  const keep = (name, value) => { document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`; };
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone) keep('zone', zone);

  const showTheme = () => document.querySelectorAll('[data-choose-theme]').forEach(b => b.setAttribute('aria-pressed', String(b.dataset.chooseTheme === document.documentElement.dataset.theme)));
  document.addEventListener('click', async event => {
    const theme = event.target.closest('[data-choose-theme]');
    if (theme) { document.documentElement.dataset.theme = theme.dataset.chooseTheme; keep('theme', theme.dataset.chooseTheme); showTheme(); return; }
    const copy = event.target.closest('[data-copy]');
    if (copy) {
      const said = copy.querySelector('[data-copied]');
      try { await navigator.clipboard.writeText(copy.dataset.copy); } catch { copyWithoutPermission(copy.dataset.copy); }
      if (said) { said.textContent = 'copied'; setTimeout(() => { said.textContent = ''; }, 2000); }
    }
  });
  // On plain http away from loopback the clipboard is closed to scripts; a selection still works.
  const copyWithoutPermission = text => { const area = Object.assign(document.createElement('textarea'), { value: text }); document.body.append(area); area.select(); document.execCommand('copy'); area.remove(); };

  window.portal = {
    openDialog: dialog => { if (!dialog.open) dialog.showModal(); },
    closeDialog: dialog => { if (dialog.open) dialog.close(); },
    // The field of a path, else one below it, else the nearest place above it: the focus goes there, and the eye with it.
    focusField: async path => {
      const byId = id => document.getElementById(id);
      // In a large zone it may be in a folded part, which the server fills once it is opened.
      for (let up = path; !byId(`f-${path}`) && up.includes('/');) {
        up = up.slice(0, up.lastIndexOf('/'));
        const folded = byId(`f-${up}`)?.querySelector(':scope > .card-head > [data-unfold][aria-expanded=false]');
        if (!folded) continue;
        folded.click();
        for (let tries = 0; tries < 60 && folded.isConnected && folded.getAttribute('aria-expanded') === 'false'; tries++) await new Promise(done => setTimeout(done, 50));
        break;
      }
      let place = byId(`f-${path}`) || document.querySelector(`[id^="${CSS.escape(`f-${path}/`)}"]`);
      for (let up = path; !place && up.includes('/');) { up = up.slice(0, up.lastIndexOf('/')); place = byId(`f-${up}`) || document.querySelector(`[id^="${CSS.escape(`f-${up}/`)}"]`); }
      const target = place?.querySelector('input, select, textarea') || place?.querySelector('button, a[href]:not(.badge)') || document.querySelector('h1');
      for (let folded = place?.closest('details'); folded; folded = folded.parentElement.closest('details')) folded.open = true;
      place?.scrollIntoView({ block: 'center' });
      target?.focus({ preventScroll: !!place });
      return !!place;
    },
    focusFinding: fingerprint => {
      const place = document.getElementById(`finding-${fingerprint}`);
      place?.scrollIntoView({ block: 'center' });
      place?.focus({ preventScroll: true });
    },
  };

  // A link to a field of the same page goes nowhere near the server.
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href*="#f-"]');
    if (link && new URL(link.href).pathname === location.pathname) window.portal.focusField(decodeURIComponent(new URL(link.href).hash.slice(3)));
  });

  // Menus made of <details> close when the focus or a click goes elsewhere.
  const closeMenus = target => document.querySelectorAll('details.menu[open]').forEach(menu => { if (!menu.contains(target)) menu.open = false; });
  document.addEventListener('click', event => closeMenus(event.target));
  document.addEventListener('focusin', event => closeMenus(event.target));
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    const menu = event.target.closest?.('details.menu[open]');
    if (menu) { menu.open = false; menu.querySelector('summary').focus(); }
  });
  document.addEventListener('toggle', event => { if (event.target.matches?.('details.menu')) showTheme(); }, true);

  // The line to the server. Blazor sets the classes; we give the time, keep the page inert, and load it again when its circuit is gone.
  const notice = document.getElementById('components-reconnect-modal');
  if (!notice) return;
  const time = () => new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
  const frame = () => document.querySelector('.frame');
  let lost = false;
  new MutationObserver(() => {
    const is = name => notice.classList.contains(`components-reconnect-${name}`);
    if (is('rejected') || is('failed') && navigator.onLine) { retryUntilThere(); return; }
    const down = is('show') || is('failed');
    if (down && !lost) notice.querySelector('[data-since]').textContent = time();
    lost = down;
    frame()?.toggleAttribute('inert', down);
  }).observe(notice, { attributes: true, attributeFilter: ['class'] });
  let waiting = false;
  // The server has started anew: the same address opens as soon as it answers.
  const retryUntilThere = async () => {
    if (waiting) return;
    waiting = true;
    notice.classList.add('components-reconnect-show');
    for (;;) {
      try { if ((await fetch('/healthz', { cache: 'no-store' })).ok) { location.reload(); return; } } catch { /* not yet */ }
      await new Promise(done => setTimeout(done, 1000));
    }
  };
  notice.querySelector('button').addEventListener('click', () => location.reload());
  // In a drawing arrow keys walk from part to part; the page must not scroll away under them.
  document.addEventListener('keydown', event => {
    if (event.key.startsWith('Arrow') && event.target.closest?.('svg.diagram .part')) event.preventDefault();
  });
})();
