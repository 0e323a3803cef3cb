namespace CloudNetPortal.Benchmarks;

/// <summary>What takes the times inside the page: events, what the bar and the panel say and when, frames that came late, bytes over the circuit.</summary>
internal static class PanelScript
{
    public const string Text = """
        (() => {
          const m = window.taken = { bytes: 0, messages: 0, sent: 0, committed: 0, shown: [], keys: [], slow: 0, long: [], last: 0, said: null };
          const Plain = window.WebSocket;
          window.WebSocket = class extends Plain {
            constructor(...all) {
              super(...all);
              this.addEventListener('message', e => { m.messages++; m.bytes += e.data.byteLength ?? e.data.length; });
            }
            send(data) { m.sent += data.byteLength ?? data.length; super.send(data); }
          };
          const wall = t => performance.timeOrigin + t;
          const paint = then => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => then(performance.now()); c.port2.postMessage(0); });
          for (const kind of ['change', 'click', 'submit'])
            addEventListener(kind, e => { m.committed = wall(e.timeStamp); }, true);
          addEventListener('input', e => { const at = e.timeStamp; paint(t => m.keys.push(t - at)); }, true);
          const text = where => { const e = document.querySelector(where); return e ? e.textContent.replace(/\s+/g, ' ').trim() : ''; };
          const says = () => JSON.stringify({ bar: text('#change-bar .counts'), panel: text('aside.findings .card-head span') || text('main p.counts'), list: [...document.querySelectorAll('aside.findings ul.list, main .part')].slice(0, 20).map(e => e.textContent.length).join(' '), saved: text('.field .saved') });
          const look = () => {
            const said = says();
            m.last = performance.now();
            if (said === m.said) return;
            m.said = said;
            const change = { at: wall(m.last), said: JSON.parse(said), painted: 0 };
            m.shown.push(change);
            paint(t => { change.painted = wall(t); });
          };
          addEventListener('DOMContentLoaded', () => new MutationObserver(look).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true }));
          try { new PerformanceObserver(all => { for (const e of all.getEntries()) if (/^(key|input|before)/.test(e.name)) m.slow = Math.max(m.slow, e.duration); }).observe({ type: 'event', durationThreshold: 16, buffered: true }); } catch { }
          try { new PerformanceObserver(all => { for (const e of all.getEntries()) m.long.push(e.duration); }).observe({ type: 'longtask', buffered: true }); } catch { }
          m.begin = () => { m.bytes = m.messages = m.sent = m.committed = m.slow = 0; m.keys = []; m.long = []; m.said = says(); m.last = performance.now(); m.shown = [{ said: JSON.parse(m.said), painted: 0 }]; };
          // Nothing moved for that long.
          m.still = wait => new Promise(done => { const ask = () => performance.now() - m.last >= wait ? done(true) : setTimeout(ask, 50); m.last = performance.now(); ask(); });
          m.nodes = () => document.getElementsByTagName('*').length;
        })();
        """;
}
