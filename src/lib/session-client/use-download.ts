/**
 * A file of the session, brought to the device: saved under its name, or looked at in a tab of its own. Where a plain link reaches the backend
 * the browser saves it by itself, however large it is; elsewhere it is fetched first.
 */
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';

import { createFileTicket, getFile } from '#contract/endpoints/interaction.ts';
import type { FileInfo } from '#contract/file.ts';
import { isRetryable, NetworkError } from '#lib/api/failures.ts';
import { saveAs, toTemporaryUrl } from '#lib/session-client/save-as.ts';
import { type SessionClient, useSessionClient } from '#lib/session-client/session-client.tsx';

/** Note: only what a browser shows without running anything; a blob's page would act in this page's name. */
const viewableTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];

export const isViewable = ({ type }: Pick<FileInfo, 'type'>): boolean => viewableTypes.includes(type);

/** `path`: what the browser is to fetch by itself; `blob`: what was fetched. */
type Brought = { kind: 'path'; path: string } | { kind: 'blob'; blob: Blob };

export function useDownload(file: FileInfo) {
  const client = useSessionClient();
  const [fraction, setFraction] = useState(0);
  const fetched = async (): Promise<Brought> => ({ kind: 'blob', blob: await fetchFile(client, file, setFraction) });
  const linked = async (): Promise<Brought> => {
    const { path } = await client.call(createFileTicket, null, { params: { fileId: file.id } });
    return path === null ? fetched() : { kind: 'path', path };
  };
  const { mutate, isPending, error } = useMutation({
    mutationFn: (bring: () => Promise<Brought>) => bring(),
    onMutate: () => {
      setFraction(0);
    },
    retry: (failures, cause) => failures < 2 && isRetryable(cause),
  });

  const view = () => {
    // Note: opened at once, because browsers let a page open a tab only while it handles a press.
    const tab = open('about:blank', '_blank');
    if (!tab) {
      save();
      return;
    }
    tab.opener = null;
    // Note: what comes by a ticket is for saving, never for showing.
    mutate(fetched, {
      onSuccess: (brought) => {
        tab.location.replace(toUrl(brought));
      },
      onError: () => {
        tab.close();
      },
    });
  };
  /** `onSaved`: it is there, or the browser has taken over and says itself when it is. */
  const save = (onSaved?: (how: 'saved' | 'handed-over') => void) => {
    mutate(linked, {
      onSuccess: (brought) => {
        saveAs(toUrl(brought), file.name);
        onSaved?.(brought.kind === 'blob' ? 'saved' : 'handed-over');
      },
    });
  };
  return { save, view, isPending, fraction, error };
}

const toUrl = (brought: Brought): string => (brought.kind === 'blob' ? toTemporaryUrl(brought.blob) : brought.path);

/** @throws {NetworkError} also when fewer bytes came than the file has. */
async function fetchFile(client: SessionClient, file: FileInfo, onProgress: (fraction: number) => void): Promise<Blob> {
  const response = await client.send(getFile, { params: { fileId: file.id } });
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  for await (const chunk of readChunks(response)) {
    chunks.push(chunk);
    received += chunk.byteLength;
    onProgress(file.size === 0 ? 1 : received / file.size);
  }
  if (received !== file.size) throw new NetworkError();
  return new Blob(chunks, { type: file.type });
}

async function* readChunks(response: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (!reader) return;
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new NetworkError({ cause });
    });
    if (done) return;
    yield value;
  }
}
