import type { Catalog } from '#lib/i18n/message.ts';

export const catalog: Catalog = Object.assign(
  {},
  ...Object.values(import.meta.glob<Catalog>('./pl/*.json', { eager: true, import: 'default' })),
);
