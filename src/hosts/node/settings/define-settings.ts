/**
 * The shape of one group of settings: a schema from the whole environment to what the host makes of it. What is wrong is said in the
 * group's own words, and never repeats the value: some of them are secrets.
 */
import * as z from 'zod/mini';

type Group<Shape extends z.core.$ZodShape, Settings> = {
  /** The group's variables by name; others are not its business. */
  shape: Shape;
  /** What each must be: the end of “NAME must be …”. */
  expected: Readonly<Record<keyof Shape & string, string>>;
  /** Set all together or not at all. */
  together?: readonly (keyof Shape & string)[];
  toSettings: (values: z.infer<z.ZodMiniObject<Shape>>) => Settings;
};

export function defineSettings<Shape extends z.core.$ZodShape, Settings>({
  shape,
  expected,
  together = [],
  toSettings,
}: Group<Shape, Settings>) {
  const environmentSchema = z.object(shape);
  const listMissing = (values: object): string[] => {
    const missing = together.filter((name) => !Object.hasOwn(values, name));
    return missing.length < together.length ? missing : [];
  };
  const schema = z.transform((environment: unknown, { issues }): Settings => {
    const result = environmentSchema.safeParse(environment);
    const missing = result.success ? listMissing(result.data) : [];
    if (result.success && missing.length === 0) return toSettings(result.data);
    const wrong = new Set([...missing, ...(result.error?.issues ?? []).map(({ path }) => path[0])]);
    for (const [name, words] of Object.entries(expected)) {
      if (wrong.has(name)) issues.push({ code: 'custom', message: `${name} must be ${words}.`, input: undefined });
    }
    return z.NEVER;
  });
  return Object.assign(schema, { names: Object.keys(shape) });
}
