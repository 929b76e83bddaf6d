import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { maskEmail, maskPhone } from '#domain/mask-address.ts';

it.each([
  ['jane.doe@example.com', 'j•••@example.com'],
  ['j@example.com', 'j•••@example.com'],
  ['"odd@name"@example.com', '"•••@example.com'],
])('an email address shows its first character and where it is: %s', (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});

it('a phone number shows its last two digits', () => {
  expect(maskPhone('+48600700842')).toBe('•••42');
});

it('nobody can tell from the mask how long an address is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,40}$/), (name) => {
      expect(maskEmail(`${name}@example.com`)).toHaveLength('j•••@example.com'.length);
    }),
    { seed: 8 },
  );
});
