import { type SubmitEvent, useEffect, useState } from 'react';

import { describeOffset } from '#hosts/browser/panel/network/describe-offset.ts';
import { useConditions } from '#hosts/browser/panel/panel-context.ts';
import { PanelSelect } from '#hosts/browser/panel/panel-select.tsx';
import styles from '#hosts/browser/panel/panel.module.css';
import { Problem } from '#hosts/browser/panel/problem.tsx';
import { Button } from '#ui/button.tsx';

const minute = 60_000;
const units = { minutes: minute, hours: 60 * minute, days: 24 * 60 * minute } as const;
const presets = [
  { label: '+10 min', by: 10 * minute },
  { label: '+1 h', by: units.hours },
  { label: '+1 d', by: units.days },
  { label: '+8 d', by: 8 * units.days },
];

/** The backend's time: forward and back, as seen by every rule it keeps. */
export const ClockControl = () => {
  const [{ clockOffset }, change, problem] = useConditions();
  const move = (by: number) => change({ clockOffset: clockOffset + by });
  return (
    <section aria-label="Clock">
      <h3 className={styles['group']}>Clock of the backend</h3>
      <p className={styles['clock']}>
        <BackendTime offset={clockOffset} />
        <span className={styles['muted']}>{clockOffset === 0 ? 'as it is' : describeOffset(clockOffset)}</span>
      </p>
      <div className={styles['buttons']}>
        {presets.map(({ label, by }) => (
          <Button key={label} onClick={() => move(by)}>
            {label}
          </Button>
        ))}
        <Button variant="quiet" disabled={clockOffset === 0} onClick={() => change({ clockOffset: 0 })}>
          Back to now
        </Button>
      </div>
      <MoveForm onMove={move} />
      <Problem error={problem} />
    </section>
  );
};

const MoveForm = ({ onMove }: { onMove: (by: number) => void }) => {
  const [count, setCount] = useState('-1');
  const [unit, setUnit] = useState<keyof typeof units>('days');
  const move = (event: SubmitEvent) => {
    event.preventDefault();
    onMove(Math.round(Number(count) * units[unit]));
  };
  return (
    <form className={styles['inline']} onSubmit={move}>
      <input
        className={styles['input']}
        type="number"
        step="any"
        aria-label="Move the clock by"
        value={count}
        onChange={({ target }) => setCount(target.value)}
      />
      <PanelSelect
        label="Unit"
        value={unit}
        options={Object.keys(units)}
        onChange={(chosen) => setUnit(chosen === 'minutes' || chosen === 'hours' ? chosen : 'days')}
      />
      <Button type="submit">Move</Button>
    </form>
  );
};

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

const BackendTime = ({ offset }: { offset: number }) => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return <time dateTime={new Date(now + offset).toISOString()}>{format.format(now + offset)}</time>;
};
