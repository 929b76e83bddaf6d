import { describe, expect, it } from 'vitest';

import type { DeviceDraft } from '#room/workflow/device-draft.ts';
import { createDeviceDrafts } from '#room/workflow/device-draft.ts';
import { restoreDraft } from '#room/workflow/restore-draft.ts';
import type { SavedDraft } from '#room/workflow/workflow-query.ts';
import { answersOf, carDefinition, part } from '#tests/support/workflow-samples.ts';

const contentOf = (name: string) => ({ answers: answersOf({ name }), step: part('start') });
const noon = '2026-11-22T12:00:00.000Z';

const saved = (more: Partial<NonNullable<SavedDraft>> = {}): SavedDraft => ({
  revision: 3,
  writer: 'other-tab',
  savedAt: noon,
  content: contentOf('from the backend'),
  ...more,
});
const device = (more: Partial<DeviceDraft> = {}): DeviceDraft => ({
  writer: 'this-tab',
  revision: 3,
  isSent: false,
  savedAt: Date.parse(noon) + 60_000,
  content: contentOf('from the device'),
  ...more,
});
const restore = (...[backend, own]: [SavedDraft, DeviceDraft | null]) => {
  const restored = restoreDraft(carDefinition, backend, own);
  return {
    here: restored.content.answers[part('name')],
    other: restored.other?.answers[part('name')],
    revision: restored.revision,
    isUnsent: restored.isUnsent,
  };
};

const fromBackend = { here: 'from the backend', other: undefined, isUnsent: false };
const fromDevice = { here: 'from the device', other: undefined, isUnsent: true };

describe('What a customer comes back to', () => {
  it('is the first page when there is nothing yet', () => {
    expect(restoreDraft(carDefinition, null, null)).toEqual({
      content: { answers: {}, step: 'start' },
      revision: 0,
      savedAt: null,
      isUnsent: false,
      other: null,
    });
  });

  it.each<[string, SavedDraft, DeviceDraft | null, object]>([
    ['what the backend has', saved(), null, { ...fromBackend, revision: 3 }],
    ['what only the device has', null, device({ revision: 0 }), { ...fromDevice, revision: 0 }],
    ['what was typed over the newest the backend has', saved(), device(), { ...fromDevice, revision: 3 }],
    [
      'what this tab typed after a save whose answer was lost',
      saved({ revision: 4, writer: 'this-tab' }),
      device(),
      { ...fromDevice, revision: 4 },
    ],
    [
      'what was saved elsewhere after everything here was sent',
      saved({ revision: 4 }),
      device({ isSent: true }),
      { ...fromBackend, revision: 4 },
    ],
    [
      'the newer of two, from elsewhere; the older is offered',
      saved({ revision: 4 }),
      device({ savedAt: Date.parse(noon) - 60_000 }),
      { ...fromBackend, other: 'from the device', revision: 4 },
    ],
    [
      'the newer of two, from here; the older is offered',
      saved({ revision: 4 }),
      device(),
      { ...fromDevice, other: 'from the backend', revision: 4 },
    ],
    [
      'the same, typed twice, without a question',
      saved({ revision: 4, content: contentOf('from the device') }),
      device(),
      { here: 'from the device', other: undefined, isUnsent: false, revision: 4 },
    ],
  ])('is %s', (_, backend, own, expected) => {
    expect(restore(backend, own)).toEqual(expected);
  });

  it.each([
    ['nothing', undefined],
    ['something else', { answers: 'none' }],
    ['half of it', { ...device(), content: null }],
  ])('ignores %s on the device', (_, kept) => {
    const storage = { read: () => kept, write: () => true, remove: () => undefined };
    expect(createDeviceDrafts(storage, 'key').read()).toBeNull();
  });
});
