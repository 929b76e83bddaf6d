import { expect, it } from 'vitest';

import { resolveBrandColors } from '#domain/brand-colors.ts';
import { applyBrand } from '#ui/brand.ts';

const brandOf = (name: string) => document.documentElement.style.getPropertyValue(`--brand-${name}`);

it('the page wears the business’s colours by day and by night, and takes them off again', () => {
  applyBrand(resolveBrandColors({ primaryColor: '#0b6b3a', backgroundColor: null }));
  expect(brandOf('light-primary')).toBe('#0b6b3a');
  expect(brandOf('light-on-primary')).toBe('#ffffff');
  expect(brandOf('dark-primary')).not.toBe('');
  expect(brandOf('light-page')).toBe('');
  applyBrand(resolveBrandColors({ primaryColor: null, backgroundColor: null }));
  expect(brandOf('light-primary')).toBe('');
});
