import { createStore, type StoreApi } from 'zustand/vanilla';
import * as z from 'zod/mini';

import {
  type EsignContent,
  type FieldValue,
  fieldValuesSchema,
  type FieldValues,
  type Mark,
  markSchema,
} from '#contract/esign.ts';
import type { PartId } from '#contract/ids.ts';
import type { SafeStorage } from '#lib/storage/safe-storage.ts';
import type { MarkKind } from '#domain/esign-fields.ts';

export type Marks = Record<MarkKind, Mark | null>;

export type EsignWork = {
  values: FieldValues;
  marks: Marks;
  signingReason: string | null;
  reviewed: boolean;
};

export type EsignDraftStore = {
  store: StoreApi<EsignWork>;
  setValue: (id: PartId, value: FieldValue | null) => void;
  /** Adopts the mark and puts it into these fields. */
  applyMark: (kind: MarkKind, mark: Mark, ids: readonly PartId[]) => void;
  setSigningReason: (reason: string) => void;
  markReviewed: () => void;
  /** Somebody else's newer values instead of those here. */
  replaceValues: (values: FieldValues) => void;
  /** The backend draft that what is here was typed over; 0 = none. */
  readBase: () => number;
  setBase: (revision: number) => void;
  /** After it was submitted nothing stays behind. */
  forget: () => void;
};

/** What the device keeps. Ink is not part of it: a drawn signature stays in this tab (`marksSchema`). */
const keptSchema = z.object({
  revision: z.int(),
  base: z.int(),
  values: fieldValuesSchema,
  signingReason: z.nullable(z.string()),
  reviewed: z.boolean(),
});
const marksSchema = z.object({ signature: z.nullable(markSchema), initials: z.nullable(markSchema) });

const noMarks: Marks = { signature: null, initials: null };

type Storages = { device: SafeStorage; visit: SafeStorage; storageKey: string };

/**
 * What the customer entered into one revision of one document. Kept on the device with every change. Ink is kept per visit,
 * so that a signature drawn once can be used again in the next document of the same customer, never elsewhere.
 */
export function createEsignDraftStore(content: EsignContent, { device, visit, storageKey }: Storages): EsignDraftStore {
  const workKey = `esign:${storageKey}:${content.id}`;
  const marksKey = `ink:${storageKey}`;
  const start = readStart(content, device.read(workKey), visit.read(marksKey));
  let { base } = start;
  let isForgotten = false;
  const store = createStore<EsignWork>(() => start.work);

  const keep = () => {
    // Note: the answer to a save may come after everything was submitted.
    if (isForgotten) return;
    const { values, signingReason, reviewed } = store.getState();
    device.write(workKey, { revision: content.revision, base, values, signingReason, reviewed });
  };
  const change = (next: Partial<EsignWork>) => {
    store.setState(next);
    keep();
  };
  const setValues = (entries: readonly (readonly [PartId, FieldValue | null])[]) => {
    const values = { ...store.getState().values };
    for (const [id, value] of entries) {
      if (value) values[id] = value;
      else delete values[id];
    }
    change({ values });
  };

  return {
    store,
    setValue: (id, value) => {
      setValues([[id, value]]);
    },
    applyMark: (kind, mark, ids) => {
      const marks = { ...store.getState().marks, [kind]: mark };
      visit.write(marksKey, marks);
      store.setState({ marks });
      setValues(ids.map((id) => [id, { kind: 'applied' }] as const));
    },
    setSigningReason: (signingReason) => {
      change({ signingReason });
    },
    markReviewed: () => {
      if (!store.getState().reviewed) change({ reviewed: true });
    },
    replaceValues: (values) => {
      change({ values: dropInkless(content, values, store.getState().marks) });
    },
    readBase: () => base,
    setBase: (revision) => {
      base = revision;
      keep();
    },
    forget: () => {
      isForgotten = true;
      device.remove(workKey);
    },
  };
}

/** The device's own work when it belongs to this revision and nobody saved since; else what the backend has. */
function readStart(content: EsignContent, rawWork: unknown, rawMarks: unknown): { work: EsignWork; base: number } {
  const kept = keptSchema.safeParse(rawWork);
  const parsedMarks = marksSchema.safeParse(rawMarks);
  const marks = parsedMarks.success ? parsedMarks.data : noMarks;
  const here = kept.success && kept.data.revision === content.revision ? kept.data : null;
  const saved = content.draft;
  const isHereNewer = here !== null && here.base >= (saved?.revision ?? 0);
  const values = isHereNewer ? here.values : (saved?.content.values ?? here?.values ?? {});
  return {
    base: isHereNewer ? here.base : (saved?.revision ?? 0),
    work: {
      values: dropInkless(content, values, marks),
      marks,
      signingReason: here?.signingReason ?? null,
      reviewed: here?.reviewed ?? false,
    },
  };
}

/** Fields that say "signed here" while the ink is gone, with the tab it was drawn in, are open again. */
function dropInkless({ fields }: EsignContent, values: FieldValues, marks: Marks): FieldValues {
  const kept = { ...values };
  for (const { id, kind } of fields) {
    const isMark = kind === 'signature' || kind === 'initials';
    if (isMark && marks[kind] === null) delete kept[id];
  }
  return kept;
}
