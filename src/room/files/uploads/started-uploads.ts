/**
 * Which file an unfinished upload belongs to, kept on the device: after a reload the customer chooses the file again, and it goes on
 * only when it is the very same one. Where nothing can be stored the upload starts again from its beginning.
 */
import * as z from 'zod/mini';

import { deviceStorage } from '#lib/storage/safe-storage.ts';
import type { UploadTask } from '#room/files/uploads/upload-task.ts';

const startedSchema = z.record(z.string(), z.string());

type Place = Pick<UploadTask, 'interactionId' | 'itemId'>;

export type StartedUploads = {
  /** The upload's id when this very file was begun for this item. */
  find: (place: Place, file: File) => string | undefined;
  remember: (uploadId: string, place: Place, file: File) => void;
  forget: (uploadId: string) => void;
};

export function createStartedUploads(storageKey: string): StartedUploads {
  const key = `uploads:${storageKey}`;
  const read = () => startedSchema.safeParse(deviceStorage.read(key)).data ?? {};
  const fingerprint = ({ interactionId, itemId }: Place, { name, size, lastModified }: File) =>
    JSON.stringify([interactionId, itemId, name, size, lastModified]);

  return {
    find: (place, file) => Object.entries(read()).find(([, print]) => print === fingerprint(place, file))?.[0],
    remember(uploadId, place, file) {
      deviceStorage.write(key, { ...read(), [uploadId]: fingerprint(place, file) });
    },
    forget(uploadId) {
      const { [uploadId]: forgotten, ...others } = read();
      if (forgotten === undefined) return;
      if (Object.keys(others).length === 0) deviceStorage.remove(key);
      else deviceStorage.write(key, others);
    },
  };
}
