import { expect, test } from 'vitest';

import { resolveQaPage } from '#hosts/browser/resolve-qa-page.ts';

const at = (address: string) => resolveQaPage(new URL(address, 'http://localhost:4173'));

test.each([
  ['/', { kind: 'start', unknownScenario: null }],
  ['/index.html', { kind: 'start', unknownScenario: null }],
  ['/?lang=ar', { kind: 'start', unknownScenario: null }],
  ['/?scenario=main-path', { kind: 'scenario', name: 'main-path', search: '' }],
  ['/?lang=ar&scenario=main-path&x=1', { kind: 'scenario', name: 'main-path', search: '?lang=ar&x=1' }],
  ['/?scenario=no-such-thing', { kind: 'start', unknownScenario: 'no-such-thing' }],
  ['/?scenario=', { kind: 'start', unknownScenario: '' }],
  ['/?scenario=toString', { kind: 'start', unknownScenario: 'toString' }],
  ['/s/token', { kind: 'room' }],
  ['/s/token/i/one?scenario=main-path', { kind: 'room' }],
  ['/sandbox-provider/checkout-1', { kind: 'sandbox-provider' }],
  ['/anything/else', { kind: 'room' }],
])('The address %s asks for %o', (address, page) => {
  expect(at(address)).toEqual(page);
});
