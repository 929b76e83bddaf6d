import { resolveTargets } from '#room/embedding/resolve-targets.ts';
import { expect, it } from 'vitest';

const allowed = ['https://shop.test/basket?item=1', 'https://other.test:8443'];

it.each([
  ['the allowed page that is around', ['https://shop.test'], '', ['https://shop.test']],
  ['nobody when another page is around', ['https://evil.test'], '', []],
  ['nobody when an allowed page is around, but not the closest', ['https://evil.test', 'https://shop.test'], '', []],
  ['nobody when the browser hides who is around', ['null'], 'https://shop.test/', []],
  ['whoever led here, where browsers do not say who is around', undefined, 'https://other.test:8443/', [allowed[1]]],
  [
    'every allowed one, where nothing says which it is',
    undefined,
    'https://pay.test/',
    ['https://shop.test', allowed[1]],
  ],
  ['every allowed one, where nobody led here', undefined, '', ['https://shop.test', allowed[1]]],
])('The room tells %s', (_, ancestors, referrer, told) => {
  expect(resolveTargets(allowed, { ancestors, referrer })).toEqual(told);
});

it('The room tells nobody where the policy allows nobody, whatever is around', () => {
  expect(resolveTargets([], { ancestors: undefined, referrer: 'https://shop.test/' })).toEqual([]);
});

it('What a business wrote that is no address of the web never is told anything', () => {
  const odd = ['*', 'data:text/html,x', 'file:///etc', 'https://shop.test'];
  expect(resolveTargets(odd, { ancestors: undefined, referrer: '' })).toEqual(['https://shop.test']);
});
