namespace CloudNetPortal.CloudStackEmulator.Pages;

/// <summary>How the cloud's own page looks, in light and in dark. Served as a file of its own, so that the page needs no inline styles.</summary>
internal static class StateStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fff; --rule: #d5d5dc; --mark: #6a1b9a; --soft: #5c5c66; --bad: #a3260b; --field: #8a8a94; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e6ea; --paper: #17171b; --rule: #3a3a44; --mark: #ce93d8; --soft: #a6a6b2; --bad: #ff9d85; --field: #77778a; } }
        body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; max-width: 75rem; padding: 1rem; border-top: 6px solid var(--mark); }
        h1 { font-size: 1.4rem; } h1 small { color: var(--mark); letter-spacing: .08em; font-size: .8rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
        ul { padding-left: 1.3rem; } .soft { color: var(--soft); } .bad { color: var(--bad); } .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .2rem .6rem .2rem 0; border-bottom: 1px solid var(--rule); overflow-wrap: anywhere; }
        th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; } code { font-size: .9em; }
        form.fields { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; } label { display: grid; gap: .15rem; color: var(--soft); font-size: .9rem; }
        label.tick { display: flex; gap: .4rem; align-items: center; } td form { display: inline; }
        input, select, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--field); border-radius: 4px; padding: .3rem .5rem; min-height: 2.2rem; }
        input[type=number] { width: 7rem; } input[type=checkbox] { min-height: 0; width: 1.2rem; height: 1.2rem; } button { cursor: pointer; border-color: var(--mark); }
        :focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; } a { color: var(--mark); }
        """;
}
