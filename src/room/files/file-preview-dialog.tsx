import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';

import type { FileInfo } from '#contract/file.ts';
import { isImageType } from '#domain/detect-file-type.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import type { TextId } from '#lib/i18n/message.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { fileBytesQuery } from '#room/files/file-bytes-query.ts';
import { drawPages } from '#room/files/draw-pdf.ts';
import styles from '#room/files/file-preview-dialog.module.css';
import { toPdfCondition } from '#room/files/inspect-pdf.ts';
import { usePictureFit } from '#room/files/use-picture-fit.ts';
import { showBlob } from '#room/files/show-blob.ts';
import { buttonLook } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Loading, Skeleton } from '#ui/skeleton.tsx';

type PreviewProps = { file: FileInfo; local: File | undefined };

/** The whole file, as it will be sent. */
export const FilePreviewDialog = ({ file, local, onClose }: PreviewProps & { onClose: () => void }) => (
  <Dialog open size="wide" title={<bdi>{file.name}</bdi>} onClose={onClose}>
    <Preview file={file} local={local} />
  </Dialog>
);

const PreviewLoading = () => (
  <Loading label={<Text id="files.preview-loading" />}>
    <Skeleton shape="block" height={240} />
  </Loading>
);

const Preview = ({ file, local }: PreviewProps) => {
  const client = useSessionClient();
  const failureText = useFailureText();
  const { data, error } = useQuery({ ...fileBytesQuery(client, file), enabled: !local });
  const bytes = local ?? data;
  if (error) return <p>{failureText(error)}</p>;
  if (!bytes) return <PreviewLoading />;
  return <Shown file={file} bytes={bytes} />;
};

type ShownProps = { file: FileInfo; bytes: Blob };
type ContentProps = ShownProps & { onBroken: (broken: Broken) => void };

/** Why it is not shown; it is sent all the same. */
type Broken = 'locked' | 'damaged' | 'unshown';
const brokenTexts = {
  locked: 'files.condition.locked',
  damaged: 'files.condition.damaged',
  unshown: 'files.preview-failed',
} as const satisfies Record<Broken, TextId>;

const Shown = ({ file, bytes }: ShownProps) => {
  const [broken, setBroken] = useState<Broken | null>(null);
  const format = useFormat();
  return (
    <div className={styles['preview']}>
      {broken ? (
        <p>
          <Text id={brokenTexts[broken]} />
        </p>
      ) : (
        <Content file={file} bytes={bytes} onBroken={setBroken} />
      )}
      <div className={styles['foot']}>
        <a ref={showBlob(bytes, file.type, 'href')} target="_blank" rel="noreferrer" {...buttonLook()}>
          <Text id="files.preview-open" />
        </a>
        <span className={styles['size']}>{format.fileSize(file.size)}</span>
      </div>
    </div>
  );
};

const Content = (props: ContentProps) =>
  isImageType(props.file.type) ? <PictureContent {...props} /> : <PdfContent {...props} />;

const PictureContent = ({ file, bytes, onBroken }: ContentProps) => {
  const text = useText();
  const fit = usePictureFit(bytes);
  if (!fit) return <PreviewLoading />;
  if (fit.kind === 'too-large') {
    return (
      <p>
        {fit.megapixels === null ? (
          <Text id="files.preview-failed" />
        ) : (
          <Text id="files.preview-large" values={{ megapixels: fit.megapixels }} />
        )}
      </p>
    );
  }
  return (
    <img
      ref={showBlob(bytes, file.type, 'src')}
      className={styles['picture']}
      alt={text('files.preview-image', { name: file.name })}
      onError={() => onBroken('unshown')}
    />
  );
};

const PdfContent = ({ file, bytes, onBroken }: ContentProps) => {
  const [isShown, setIsShown] = useState(false);
  const pages = useRef<HTMLDivElement>(null);
  const text = useText();
  const showPage = useEffectEvent((page: number, canvas: HTMLCanvasElement) => {
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', text('files.preview-page', { page, name: file.name }));
    pages.current?.append(canvas);
    setIsShown(true);
  });
  const fail = useEffectEvent((error: unknown) => {
    const condition = toPdfCondition(error);
    onBroken(condition === 'fine' ? 'unshown' : condition);
  });

  useEffect(() => {
    const container = pages.current;
    const controller = new AbortController();
    const { signal } = controller;
    // Note: measured when there is something to draw; the dialog is not open yet.
    const measureWidth = () => container?.clientWidth ?? 0;
    drawPages(bytes, measureWidth, signal, (page, canvas) => showPage(page, canvas)).catch((error: unknown) => {
      if (!signal.aborted) fail(error);
    });
    return () => {
      controller.abort();
      container?.replaceChildren();
    };
  }, [bytes]);

  return (
    <>
      {!isShown && <PreviewLoading />}
      <div ref={pages} className={styles['pages']} />
    </>
  );
};
