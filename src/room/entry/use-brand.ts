/** Gives the page the business's colours as soon as they are known, and the product's own back when it leaves. */
import { useLayoutEffect } from 'react';

import type { Branding } from '#contract/entry.ts';
import { resolveBrandColors } from '#domain/brand-colors.ts';
import { applyBrand } from '#ui/brand.ts';

const productColors = { light: {}, dark: {} };

export function useBrand(branding: Branding | null): void {
  useLayoutEffect(() => {
    if (!branding) return undefined;
    applyBrand(resolveBrandColors(branding));
    return () => {
      applyBrand(productColors);
    };
  }, [branding]);
}
