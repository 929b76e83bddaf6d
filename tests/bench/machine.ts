/** How busy the machine is. Times of a busy one are worth little; ratios of one round survive most of it. */
import { availableParallelism, loadavg } from 'node:os';

const busy = 1.5;

export function printLoad(when: string): void {
  const [lately = 0] = loadavg();
  const warning = lately > busy ? `; more than ${busy} is too much: times are not to be trusted, repeat later` : '';
  console.log(`Load ${when}: ${lately.toFixed(2)} on ${availableParallelism()} processors${warning}`);
}
