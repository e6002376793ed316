/** A CRM that no adapter knows, of a made-up maker: labels and values, a component with a root of its own, one page for all deals. */

export const UNKNOWN_CRM = 'https://crm.acme.example';

const PAGE = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>CRM</title>
<link rel="icon" href="data:,">
<style>
  body { font: 15px/1.5 system-ui; margin: 0; color: #223 }
  nav { background: #234; color: #fff; padding: 12px 24px }
  main { padding: 24px; max-width: 700px }
  dl { display: grid; grid-template-columns: 140px 1fr; gap: 8px }
  dt { color: #678 }
</style></head><body>
<nav>Deals &nbsp; Contacts &nbsp; Reports</nav>
<main><h1></h1><dl><dt>Phase</dt><dd class="phase"></dd><dt>Owner</dt><dd>Jo Berg</dd></dl>
<deal-fact data-name="expected"></deal-fact><p><b>Closing:</b> <span class="v"></span></p></main>
<script>
  const DEALS = { 12: ['Acme widgets', 'Proposal', '€ 1,200.00', '31 Dec 2026'], 13: ['Northwind pumps', 'Won', '€ 86,500.00', '29 Jan 2027'] };
  const root = document.querySelector('deal-fact').attachShadow({ mode: 'open' });
  const draw = () => {
    const id = location.pathname.split('/')[2];
    const [name, phase, amount, close] = DEALS[id] ?? ['Deal ' + id, 'Proposal', null, '1 Mar 2027'];
    document.querySelector('h1').textContent = name;
    document.querySelector('.phase').textContent = phase;
    root.innerHTML = amount ? '<div>Expected <b>' + amount + '</b></div>' : '';
    document.querySelector('.v').textContent = close;
  };
  window.go = (id) => { history.pushState(null, '', '/deals/' + id); draw(); };
  window.pressed = 0;
  addEventListener('click', () => pressed++);
  draw();
</script></body></html>`;

/** The page of any of its addresses. */
export function unknownCrmPage(): { status: number; contentType: string; body: string } {
  return { status: 200, contentType: 'text/html', body: PAGE };
}
