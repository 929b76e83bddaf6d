import type { Inspection } from '#contract/qa.ts';
import { toClockTime } from '#hosts/browser/panel/inspect/to-clock-time.ts';
import styles from '#hosts/browser/panel/panel.module.css';
import { Badge } from '#ui/badge.tsx';

type LogListProps = { log: Inspection['log']; isIntact: boolean };

/** Newest first. */
export const LogList = ({ log, isIntact }: LogListProps) => (
  <section aria-label="Log">
    <h3 className={styles['group']}>
      Log <Badge tone={isIntact ? 'success' : 'danger'}>{isIntact ? 'chain intact' : 'chain broken'}</Badge>
    </h3>
    <ol className={styles['card']} reversed>
      {log.toReversed().map(({ seq, at, actor, fact }) => {
        const { kind, ...details } = fact;
        return (
          <li key={seq} className={styles['line']}>
            <div className={styles['lineHead']}>
              <span>
                <span className={styles['muted']}>{seq}</span> <span className={styles['strong']}>{kind}</span>
              </span>
              <span className={styles['muted']}>{toClockTime(at)}</span>
            </div>
            <p className={styles['details']}>
              {actor.name} ({actor.kind})
              {Object.entries(details).map(([key, value]) => (
                <span key={key}> · {`${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`}</span>
              ))}
            </p>
          </li>
        );
      })}
    </ol>
  </section>
);
