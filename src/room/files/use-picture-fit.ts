import { useEffect, useState } from 'react';

import { inspectPicture, type PictureFit } from '#room/files/inspect-picture.ts';

/** Null until it is known; nothing is unpacked before. `file` undefined: there is no picture to look at. */
export function usePictureFit(file: Blob | undefined): PictureFit | null {
  const [seen, setSeen] = useState<{ file: Blob; fit: PictureFit } | null>(null);
  useEffect(() => {
    if (!file) return undefined;
    let isLeft = false;
    const tell = (fit: PictureFit) => {
      if (!isLeft) setSeen({ file, fit });
    };
    // Note: one that cannot be read is not unpacked either.
    inspectPicture(file).then(tell, () => tell({ kind: 'too-large', megapixels: null }));
    return () => {
      isLeft = true;
    };
  }, [file]);
  return seen && seen.file === file ? seen.fit : null;
}
