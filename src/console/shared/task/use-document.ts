import { useEffect, useState } from 'react';

import { openDocument, type OpenDocument } from '#lib/pdf/open-document.ts';

/** The pages of these bytes; null while they are not there. The backend has read it as a PDF before, so what fails here is drawn white. */
export function useDocument(bytes: Uint8Array<ArrayBuffer> | null | undefined): OpenDocument | null {
  const [opened, setOpened] = useState<OpenDocument | null>(null);
  useEffect(() => {
    if (!bytes) return undefined;
    let isLeft = false;
    const opening = openDocument(bytes).catch(() => null);
    void opening.then((document) => {
      if (!isLeft) setOpened(document);
    });
    return () => {
      isLeft = true;
      setOpened(null);
      void opening.then((document) => document?.close());
    };
  }, [bytes]);
  return opened;
}
