/** GET and POST /sandbox-provider/:checkoutId: the sandbox provider's page and its buttons. Public, as a provider's page is. */
import { decideSandboxCheckout, getSandboxCheckout } from '#contract/endpoints/payment.ts';
import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { parseInput, readBytes } from '#backend/http/read-json.ts';
import { route } from '#backend/http/route.ts';
import { renderSandboxPage, resolvePagePolicy } from '#backend/payments/sandbox-page.ts';
import {
  decideSandboxOrder,
  outcomeSchema,
  readSandboxOrder,
  readSandboxOutcome,
} from '#backend/payments/sandbox-provider.ts';

const maxFormBytes = 1_024;

export const getSandboxCheckoutRoute = route(getSandboxCheckout, async ({ deps, params }) => {
  const { id, order } = await findOrder(deps, params['checkoutId']);
  const page = renderSandboxPage(order, await readSandboxOutcome(deps.blobs, id));
  return new Response(page, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': await resolvePagePolicy(),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  });
});

/** Note: where it leads was fixed and checked when the checkout was made; nothing in this request has a say in it. */
export const decideSandboxCheckoutRoute = route(decideSandboxCheckout, async ({ deps, request, params }) => {
  const { id, order } = await findOrder(deps, params['checkoutId']);
  const form = new URLSearchParams(new TextDecoder().decode(await readBytes(request, maxFormBytes)));
  await decideSandboxOrder(deps.blobs, id, parseInput(outcomeSchema, form.get('outcome')));
  return new Response(null, {
    status: 303,
    headers: { location: order.returnUrl, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  });
});

async function findOrder({ blobs }: BackendDeps, id = '') {
  const order = await readSandboxOrder(blobs, id);
  if (!order) throw new AppError('not-found');
  return { id, order };
}
