import type { Catalog } from '#lib/i18n/message.ts';

export const catalog: Catalog = Object.assign(
  {},
  ...Object.values(import.meta.glob<Catalog>('./ar/*.json', { eager: true, import: 'default' })),
);
