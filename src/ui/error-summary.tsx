import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';

import { Text } from '#lib/i18n/text.tsx';
import styles from '#ui/error-summary.module.css';

export type FieldProblem = {
  /** The id of the field or group. */
  id: string;
  message: ReactNode;
};

type ErrorSummaryProps = {
  /** "Two answers need another look" when absent. */
  title?: ReactNode;
  problems: readonly FieldProblem[];
  /** Changes with each attempt to go on: the summary takes the focus again. */
  attempt: number;
};

const focusable = 'input, textarea, select, button, a[href], [tabindex]';

const focusField = (id: string) => {
  const field = document.getElementById(id);
  const control = field?.matches(focusable) ? field : field?.querySelector<HTMLElement>(focusable);
  field?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
};

/** What has to be put right, above the form, each a link to where. Nothing while there are no problems. */
export const ErrorSummary = ({ title, problems, attempt }: ErrorSummaryProps) => {
  const summary = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (attempt > 0) summary.current?.focus();
  }, [attempt]);

  const follow = (event: MouseEvent, id: string) => {
    // Note: following the link itself would put "#id" into the address, where the router looks.
    event.preventDefault();
    focusField(id);
  };

  if (problems.length === 0) return null;
  return (
    <div ref={summary} className={styles['summary']} role="alert" tabIndex={-1}>
      <h2 className={styles['title']}>{title ?? <Text id="ui.errors-title" values={{ count: problems.length }} />}</h2>
      <ul className={styles['list']}>
        {problems.map(({ id, message }) => (
          <li key={id}>
            <a href={`#${id}`} onClick={(event) => follow(event, id)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
