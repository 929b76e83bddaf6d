import { useConditions } from '#hosts/browser/panel/panel-context.ts';
import styles from '#hosts/browser/panel/panel.module.css';
import { Problem } from '#hosts/browser/panel/problem.tsx';

const presets = [0, 300, 1_000, 3_000];
const longest = 60_000;

/** How much later every answer comes. */
export const LatencyControl = () => {
  const [{ latency }, change, problem] = useConditions();
  const set = (milliseconds: number) =>
    change({ latency: Math.min(longest, Math.max(0, Math.round(milliseconds || 0))) });
  return (
    <fieldset>
      <legend className={styles['group']}>Latency</legend>
      <div className={styles['segments']}>
        {presets.map((preset) => (
          <label key={preset} className={styles['segment']}>
            <input type="radio" name="qa-latency" checked={latency === preset} onChange={() => set(preset)} />
            <span>{preset === 0 ? 'None' : `${preset / 1_000} s`}</span>
          </label>
        ))}
      </div>
      <label className={styles['inline']}>
        <span>Milliseconds</span>
        <input
          className={styles['input']}
          type="number"
          min={0}
          max={longest}
          step={100}
          value={latency}
          onChange={({ target }) => set(target.valueAsNumber)}
        />
      </label>
      <Problem error={problem} />
    </fieldset>
  );
};
