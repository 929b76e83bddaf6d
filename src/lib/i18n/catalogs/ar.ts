import type { Catalog } from '#lib/i18n/message.ts';

const areas = import.meta.glob<Catalog>(['./ar/*.json', '!./ar/messages.json', '!./ar/templates.json'], {
  eager: true,
  import: 'default',
});

export const catalog: Catalog = Object.fromEntries(Object.values(areas).flatMap((texts) => Object.entries(texts)));
