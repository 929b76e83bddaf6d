/** The message that an agent is writing, with the files that go with it: on their desk until it is sent, so that a reload loses neither. */
import { useEffect, useState } from 'react';
import * as z from 'zod/mini';

import { idempotencyKeySchema } from '#contract/ids.ts';
import type { DeskPlace } from '#console/client/desk-place.ts';
import type { Attachment } from '#console/sessions/attachments/use-attachments.ts';

const keptSchema = z.object({
  written: z.string(),
  files: z.array(z.object({ key: idempotencyKeySchema, name: z.string(), size: z.int() })),
});

export function useMessageDraft({ desk, name }: DeskPlace) {
  const [shelf] = useState(() => desk.shelf(name));
  const [kept] = useState(() => keptSchema.safeParse(desk.read(name)).data ?? { written: '', files: [] });
  const [written, setWritten] = useState(kept.written);
  const [attachments, setAttachments] = useState<readonly Attachment[]>(() =>
    kept.files.map((file) => ({ ...file, state: { kind: 'kept' } })),
  );
  useEffect(() => {
    const files = attachments
      .filter(({ state }) => state.kind !== 'refused')
      .map(({ key, name: called, size }) => ({ key, name: called, size }));
    if (written === '' && files.length === 0) desk.remove(name);
    else desk.write(name, { written, files });
  }, [desk, name, written, attachments]);
  return { written, setWritten, attachments, setAttachments, shelf };
}
