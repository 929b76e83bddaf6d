/** Which of the encodings we have a client takes, by its `Accept-Encoding`; a weight of nought is a no. */
export type Encoding = 'br' | 'gzip';

const preferred: readonly Encoding[] = ['br', 'gzip'];

export function pickEncoding(request: Request): Encoding | null {
  const accepted = new Map(
    (request.headers.get('accept-encoding') ?? '').split(',').map((one) => {
      const [name = '', ...parameters] = one.toLowerCase().split(';');
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return [name.trim(), weight === undefined ? 1 : Number(weight.trim().slice(2))] as const;
    }),
  );
  return preferred.find((encoding) => (accepted.get(encoding) ?? 0) > 0) ?? null;
}
