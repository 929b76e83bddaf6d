import {
  type EsignField,
  esignFieldSchema,
  type FieldValues,
  fieldValuesSchema,
  type Mark,
  markSchema,
} from '#contract/esign.ts';

/** A required signature of the customer's at the top of the first page, unless said otherwise. */
export const buildField = (over: Record<string, unknown> = {}): EsignField =>
  esignFieldSchema.parse({
    id: 'field',
    label: 'Field',
    kind: 'signature',
    page: 0,
    box: { x: 0.1, y: 0.1, width: 0.3, height: 0.05 },
    required: true,
    readOnly: false,
    participant: 1,
    prefill: null,
    maxLength: 50,
    ...over,
  });

export const buildValues = (values: Record<string, unknown>): FieldValues => fieldValuesSchema.parse(values);

/** A wave across the middle. */
export const buildInk = (): Mark =>
  markSchema.parse({
    kind: 'drawn',
    aspect: 2.5,
    strokes: [Array.from({ length: 30 }, (_, index) => [0.1 + (0.8 * index) / 29, 0.5 + 0.3 * Math.sin(index / 3)])],
  });

export const buildTyped = (text: string): Mark => markSchema.parse({ kind: 'typed', text });
