/**
 * The sandbox provider's hosted page: plain HTML, no scripts, works on any phone. English only and in colours of its own, because it
 * is another company's page; everything in it comes from the order and is escaped.
 */
import type { SandboxOrder } from '#backend/payments/sandbox-provider.ts';
import type { PaymentOutcome } from '#backend/payments/payment-provider.ts';

const styles = `
:root { color-scheme: light dark; --page: #eef0f4; --sheet: #fff; --text: #1a1d23; --muted: #565d69; --line: #c9ced6; --pay: #1f6f43; --on-pay: #fff; --flag: #fdf3d7; --on-flag: #6b4700; }
@media (prefers-color-scheme: dark) { :root { --page: #101318; --sheet: #1a1e25; --text: #eceff4; --muted: #a8b0bd; --line: #3a424e; --pay: #7fd3a1; --on-pay: #0c1a12; --flag: #332a12; --on-flag: #f2cf83; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 28rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
.flag { margin: 0 0 1rem; padding: .75rem 1rem; border-radius: .625rem; background: var(--flag); color: var(--on-flag); font-size: .875rem; }
.sheet { padding: 1.5rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--sheet); }
h1 { margin: 0 0 1rem; font-size: 1.25rem; line-height: 1.25; }
dl { margin: 0 0 1.5rem; }
dt { color: var(--muted); font-size: .875rem; }
dd { margin: 0 0 .75rem; overflow-wrap: anywhere; }
.amount { font-size: 1.875rem; font-weight: 600; line-height: 1.25; font-variant-numeric: tabular-nums; }
form { display: grid; gap: .5rem; }
button, a { display: block; width: 100%; min-height: 3rem; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .625rem; background: transparent; color: inherit; font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; }
.pay { border-color: transparent; background: var(--pay); color: var(--on-pay); }
.others { margin: 1rem 0 0; color: var(--muted); font-size: .875rem; }
:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
`;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

function formatAmount({ minorUnits, currency }: SandboxOrder['amount']): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.format(minorUnits / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

const detail = (name: string, value: string, className = '') =>
  `<div><dt>${name}</dt><dd${className && ` class="${className}"`}>${escape(value)}</dd></div>`;

const buttons = (amount: string) => `<form method="post">
<button class="pay" name="outcome" value="paid">Pay ${escape(amount)}</button>
<p class="others">Or see what happens when it does not work:</p>
<button name="outcome" value="declined">Card declined</button>
<button name="outcome" value="cancelled">Cancel and go back</button>
<button name="outcome" value="failed">Provider error</button>
</form>`;

const finished = (returnUrl: string) =>
  `<p>This payment is finished. Nothing more can be paid here.</p><a href="${escape(returnUrl)}">Go back</a>`;

export function renderSandboxPage(order: SandboxOrder, outcome: PaymentOutcome | 'pending'): string {
  const amount = formatAmount(order.amount);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>Sandbox payment page</title>
<style>${styles}</style>
</head>
<body>
<main>
<p class="flag"><strong>Sandbox payment page.</strong> It stands for a payment provider. No money is taken and no card is asked for.</p>
<div class="sheet">
<h1>${outcome === 'pending' ? 'Confirm your payment' : 'Payment finished'}</h1>
<dl>
${detail('Amount', amount, 'amount')}
${detail('For', order.purpose)}
${order.payee === null ? '' : detail('To', order.payee)}
</dl>
${outcome === 'pending' ? buttons(amount) : finished(order.returnUrl)}
</div>
</main>
</body>
</html>
`;
}

/** Nothing but this page's own styles, and its form back to where it came from. */
export async function resolvePagePolicy(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(styles));
  const hash = btoa(String.fromCodePoint(...new Uint8Array(digest)));
  return `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'`;
}
