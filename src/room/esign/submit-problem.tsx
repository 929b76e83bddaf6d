import type { EsignField } from '#contract/esign.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { ApiError } from '#lib/api/failures.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import styles from '#room/esign/esign-editor.module.css';
import type { Submission } from '#room/esign/use-esign-work.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

type SubmitProblemProps = {
  submission: Submission;
  fields: readonly EsignField[];
};

/** What went wrong, what is safe, what to do. */
export const SubmitProblem = ({ submission, fields }: SubmitProblemProps) => {
  const text = useText();
  const failureText = useFailureText();
  const { error, isPending, submit } = submission;
  if (!error) return undefined;
  const named = listNamedFields(error, fields);
  return (
    <div className={styles['problem']}>
      <Notice
        tone="danger"
        label={text('esign.problem.title')}
        title={text('esign.problem.title')}
        live
        actions={
          <Button variant="secondary" busy={isPending} onClick={submit}>
            <Text id="esign.problem.retry" />
          </Button>
        }
      >
        {named.length === 0 && <p>{failureText(error)}</p>}
        {named.map(({ id, label, reason }) => (
          <p key={id}>
            <Text id={`esign.problem.${reason}`} values={{ label }} />
          </p>
        ))}
        <p>
          <Text id="esign.problem.safe" />
        </p>
      </Notice>
    </div>
  );
};

type NamedField = { id: string; label: string; reason: 'required' | 'too-long' | 'other' };

/** Fields that the backend refused, by the names the customer knows. */
function listNamedFields(error: Error, fields: readonly EsignField[]): NamedField[] {
  const refused = error instanceof ApiError ? (error.problem.fields ?? []) : [];
  return refused.flatMap(({ path, message }) => {
    const field = fields.find(({ id }) => id === path);
    if (!field) return [];
    const reason = message === 'required' || message === 'too-long' ? message : 'other';
    return [{ id: field.id, label: field.label, reason }];
  });
}
