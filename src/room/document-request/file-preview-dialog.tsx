import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';

import type { FileInfo } from '#contract/file.ts';
import { isImageType } from '#domain/detect-file-type.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { fileBytesQuery } from '#room/document-request/document-request-query.ts';
import { drawPages } from '#room/document-request/draw-pdf.ts';
import styles from '#room/document-request/file-preview-dialog.module.css';
import { showBlob } from '#room/document-request/show-blob.ts';
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
  <Loading label={<Text id="documents.preview-loading" />}>
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

const Shown = ({ file, bytes }: ShownProps) => {
  const [isBroken, setIsBroken] = useState(false);
  const format = useFormat();
  const onBroken = () => {
    setIsBroken(true);
  };
  return (
    <div className={styles['preview']}>
      {isBroken ? (
        <p>
          <Text id="documents.preview-failed" />
        </p>
      ) : (
        <Content file={file} bytes={bytes} onBroken={onBroken} />
      )}
      <div className={styles['foot']}>
        <a ref={showBlob(bytes, file.type, 'href')} target="_blank" rel="noreferrer" {...buttonLook()}>
          <Text id="documents.preview-open" />
        </a>
        <span className={styles['size']}>{format.fileSize(file.size)}</span>
      </div>
    </div>
  );
};

const Content = ({ file, bytes, onBroken }: ShownProps & { onBroken: () => void }) => {
  const text = useText();
  if (!isImageType(file.type)) return <PdfContent file={file} bytes={bytes} onBroken={onBroken} />;
  return (
    <img
      ref={showBlob(bytes, file.type, 'src')}
      className={styles['picture']}
      alt={text('documents.preview-image', { name: file.name })}
      onError={onBroken}
    />
  );
};

const PdfContent = ({ file, bytes, onBroken }: ShownProps & { onBroken: () => void }) => {
  const [isShown, setIsShown] = useState(false);
  const pages = useRef<HTMLDivElement>(null);
  const text = useText();
  const showPage = useEffectEvent((page: number, canvas: HTMLCanvasElement) => {
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', text('documents.preview-page', { page, name: file.name }));
    pages.current?.append(canvas);
    setIsShown(true);
  });
  const fail = useEffectEvent(onBroken);

  useEffect(() => {
    const container = pages.current;
    const controller = new AbortController();
    const { signal } = controller;
    // Note: measured when there is something to draw; the dialog is not open yet.
    const measureWidth = () => container?.clientWidth ?? 0;
    drawPages(bytes, measureWidth, signal, (page, canvas) => showPage(page, canvas)).catch(() => {
      if (!signal.aborted) fail();
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
