/** The metrics of a host as a scraper reads them. */
export const metricsToken = 'metrics-token-of-the-tests-0123456789abc';

export async function readMetrics(origin: string): Promise<string> {
  const response = await fetch(`${origin}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } });
  if (!response.ok) throw new Error(`Failed to read the metrics: ${response.status}`);
  return response.text();
}

/** `name{label="value"}` as it is written there; nought for a series that nobody has added to. */
export function findValue(text: string, series: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  return Number(line?.slice(series.length + 1) ?? 0);
}

export const readGauge = async (origin: string, series: string): Promise<number> =>
  findValue(await readMetrics(origin), series);
