import type { EsignContent } from '#contract/esign.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useSession } from '#lib/session-client/session-data.ts';
import { useDownload } from '#lib/session-client/use-download.ts';
import { useJourney } from '#room/journey/journey-context.tsx';
import styles from '#room/esign/esign-editor.module.css';
import { FieldLayer } from '#room/esign/fields/field-layer.tsx';
import { DocumentView } from '#room/esign/pdf/document-view.tsx';
import type { DocumentState } from '#room/esign/use-open-document.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Loading, Skeleton } from '#ui/skeleton.tsx';

type DocumentPartProps = { state: DocumentState; content: EsignContent; title: string; zoom: number };

/** The document once it is open; until then a sheet of its shape, and if it cannot be opened what else there is to do. */
export const DocumentPart = ({ state, content, title, zoom }: DocumentPartProps) => {
  switch (state.kind) {
    case 'opening':
      return (
        <div className={styles['opening']}>
          <Loading label={<Text id="esign.opening" />}>
            <Skeleton shape="heading" width={50} />
            <Skeleton />
            <Skeleton />
            <Skeleton width={70} />
          </Loading>
        </div>
      );
    case 'failed':
      return <FailedDocument content={content} state={state} />;
    case 'open':
      return (
        <DocumentView
          document={state.document}
          title={title}
          zoom={zoom}
          renderOverlay={(page, size) => <FieldLayer page={page} size={size} />}
        />
      );
  }
};

type FailedProps = { content: EsignContent; state: Extract<DocumentState, { kind: 'failed' }> };

/** Never a blank page: try again, read it elsewhere, or go on without it (product.md 5). */
const FailedDocument = ({ content, state }: FailedProps) => {
  const text = useText();
  const { save, isPending } = useDownload(content.document);
  const { visit } = useJourney();
  const part = useSession().parts?.find(({ task }) => task.id === content.id);
  const skip = () => {
    visit.getState().skip(part?.workflow ?? content.id);
  };
  return (
    <div className={styles['failed']}>
      <Notice
        tone="danger"
        label={text('esign.failed.title')}
        title={text('esign.failed.title')}
        live
        actions={
          <>
            <Button variant="secondary" onClick={state.retry}>
              <Text id="esign.failed.retry" />
            </Button>
            <Button variant="quiet" busy={isPending} onClick={() => save()}>
              <Text id="esign.download" />
            </Button>
            <Button variant="quiet" onClick={skip}>
              <Text id="journey.failed.skip" />
            </Button>
          </>
        }
      >
        <Text id={state.reason === 'unreadable' ? 'esign.failed.unreadable' : 'esign.failed.text'} />
      </Notice>
    </div>
  );
};
