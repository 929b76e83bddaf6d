import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { policySchema } from '#contract/policy.ts';
import { settingNames, settingsLevelSchema, type SettingsLevels } from '#contract/settings.ts';
import { explainPolicy, resolvePolicy } from '#domain/resolve-policy.ts';
import { type Choices, type Resolved, type Setting, settings, toLevel } from '#tests/support/setting-table.ts';

type Said = 0 | 1 | null;
const options: readonly Said[] = [null, 0, 1];
const combinations = options.flatMap((session) =>
  options.flatMap((team) => options.map((system) => ({ session, team, system }))),
);

function expectedOf({ values, fallback }: Setting, said: Record<'session' | 'team' | 'system', Said>) {
  for (const origin of ['session', 'team', 'system'] as const) {
    const choice = said[origin];
    if (choice !== null) return { value: values[choice], origin };
  }
  return { value: fallback, origin: 'default' };
}

describe('A setting, for everything that session, team and system may say about it', () => {
  it.each(settings)('$path: the narrowest that says something wins, and its origin is told', (setting) => {
    const { path, read } = setting;
    const at = (choice: Said) => toLevel({ [path]: choice });
    const table = combinations.map((said) => {
      const levels = { session: at(said.session), team: at(said.team), system: at(said.system) };
      const { value, origin } = read(resolvePolicy(levels));
      return { said, value, origin };
    });
    const hasOrigin = table.every(({ origin }) => origin !== undefined);
    expect(hasOrigin).toBe(path !== 'cookieDisclaimer.revision');
    expect(table).toEqual(
      combinations.map((said) => {
        const { value, origin } = expectedOf(setting, said);
        return { said, value, origin: hasOrigin ? origin : undefined };
      }),
    );
  });

  it('is in this table, whichever setting it is', () => {
    const groups = new Set(settings.map(({ path }) => path.split('.')[0]));
    expect([...groups].toSorted()).toEqual(Object.keys(policySchema.shape).toSorted());
    expect([...groups].toSorted()).toEqual(Object.keys(settingsLevelSchema.shape).toSorted());
  });
});

describe('Why a setting is what it is', () => {
  const explain = (levels: SettingsLevels, path: string) => explainPolicy(levels).find(({ name }) => name === path);

  it.each(settings)('$path: what is in force comes first, then what lost against it', ({ path, values, fallback }) => {
    const [one, other] = values;
    const levels = { session: {}, team: toLevel({ [path]: 0 }), system: toLevel({ [path]: 1 }) };
    expect(explain(levels, path)?.candidates).toEqual([
      { value: one, origin: 'team' },
      { value: other, origin: 'system' },
      { value: fallback, origin: 'default' },
    ]);
  });

  it.each(settings)('$path: the first one named is the one that the policy has', ({ path, read }) => {
    for (const { session, team, system } of combinations) {
      const at = (choice: Said) => toLevel({ [path]: choice });
      const levels = { session: at(session), team: at(team), system: at(system) };
      expect(explain(levels, path)?.candidates[0].value).toEqual(read(resolvePolicy(levels)).value);
    }
  });

  it('is told of every setting once', () => {
    const names = explainPolicy({ session: {}, team: {}, system: {} }).map(({ name }) => name);
    expect(names.toSorted()).toEqual([...settingNames].toSorted());
    expect(names.toSorted()).toEqual(settings.map(({ path }) => path).toSorted());
  });
});

describe('Team and system', () => {
  const resolve = (levels: Partial<SettingsLevels>) => resolvePolicy({ session: {}, team: {}, system: {}, ...levels });

  it("take the team's off over the system's on", () => {
    const policy = resolve({ team: { autoOpen: false }, system: { autoOpen: true } });
    expect(policy.autoOpen).toEqual({ value: false, origin: 'team' });
  });

  it("take the system's on where the team says nothing", () => {
    expect(resolve({ system: { autoOpen: true } }).autoOpen).toEqual({ value: true, origin: 'system' });
  });

  it("take the session's off over a team's and a system's on", () => {
    const policy = resolve({ session: { autoOpen: false }, team: { autoOpen: true }, system: { autoOpen: true } });
    expect(policy.autoOpen).toEqual({ value: false, origin: 'session' });
  });

  it('do not replace each other wholesale: a team that names one colour keeps the name of the system', () => {
    const { branding } = resolve({
      team: { branding: { primaryColor: '#112233' } },
      system: { branding: { companyName: 'Nord Bank', primaryColor: '#445566' } },
    });
    expect(branding.companyName).toEqual({ value: 'Nord Bank', origin: 'system' });
    expect(branding.primaryColor).toEqual({ value: '#112233', origin: 'team' });
  });

  it('take an emptied list as a value: a team without signing reasons asks for none', () => {
    const policy = resolve({ team: { signingReasons: [] }, system: { signingReasons: ['I agree'] } });
    expect(policy.signingReasons).toEqual({ value: [], origin: 'team' });
  });
});

describe('A toggle with a text', () => {
  const message = (levels: Partial<SettingsLevels>) =>
    resolvePolicy({ session: {}, team: {}, system: {}, ...levels }).inactiveAgentMessage;

  it.each([
    {
      title: 'inherits the text when the team only turns it on',
      levels: { team: { inactiveAgentMessage: { on: true } }, system: { inactiveAgentMessage: { text: 'Back at 9' } } },
      expected: { value: true, origin: 'team', text: 'Back at 9', textOrigin: 'system' },
    },
    {
      title: "keeps the system's on when the team only words it",
      levels: { team: { inactiveAgentMessage: { text: 'We rest' } }, system: { inactiveAgentMessage: { on: true } } },
      expected: { value: true, origin: 'system', text: 'We rest', textOrigin: 'team' },
    },
    {
      title: "stays off under the team's off, whatever the system words",
      levels: {
        team: { inactiveAgentMessage: { on: false } },
        system: { inactiveAgentMessage: { on: true, text: 'Back at 9' } },
      },
      expected: { value: false, origin: 'team', text: 'Back at 9', textOrigin: 'system' },
    },
    {
      title: 'has no text when no level has one',
      levels: { session: { inactiveAgentMessage: { on: true } } },
      expected: { value: true, origin: 'session', text: null, textOrigin: 'default' },
    },
    {
      title: 'takes white space for no text, and looks further',
      levels: {
        session: { inactiveAgentMessage: { on: true, text: ' \n\t ' } },
        team: { inactiveAgentMessage: { text: '' } },
        system: { inactiveAgentMessage: { text: 'Back at 9' } },
      },
      expected: { value: true, origin: 'session', text: 'Back at 9', textOrigin: 'system' },
    },
    {
      title: 'keeps the text as it was typed, line breaks and HTML alike',
      levels: { team: { inactiveAgentMessage: { on: true, text: ' <b>Back</b>\nat 9 ' } } },
      expected: { value: true, origin: 'team', text: ' <b>Back</b>\nat 9 ', textOrigin: 'team' },
    },
  ])('$title', ({ levels, expected }) => {
    expect(message(levels)).toEqual(expected);
  });
});

const choicesArbitrary: fc.Arbitrary<Choices> = fc.record(
  Object.fromEntries(settings.map(({ path }) => [path, fc.constantFrom<Said>(null, 0, 1)])),
);
const levelsArbitrary = fc.record({ session: choicesArbitrary, team: choicesArbitrary, system: choicesArbitrary });
type LevelChoices = Record<'session' | 'team' | 'system', Choices>;
const resolveChoices = ({ session, team, system }: LevelChoices) =>
  resolvePolicy({ session: toLevel(session), team: toLevel(team), system: toLevel(system) });
const anySetting = fc.constantFrom(...settings);

describe('Whatever administrators leave behind', () => {
  it('resolves to a policy the contract knows', () => {
    fc.assert(
      fc.property(levelsArbitrary, (levels) => {
        expect(policySchema.safeParse(resolveChoices(levels)).error).toBeUndefined();
      }),
      { seed: 1 },
    );
  });

  it('lets an explicit narrower value win', () => {
    fc.assert(
      fc.property(levelsArbitrary, anySetting, fc.constantFrom(0, 1), (levels, { path, values, read }, choice) => {
        const session = { ...levels.session, [path]: choice };
        expect(read(resolveChoices({ ...levels, session })).value).toEqual(values[choice]);
        const team = { ...levels.team, [path]: choice };
        const silent = { ...levels.session, [path]: null };
        expect(read(resolveChoices({ ...levels, session: silent, team })).value).toEqual(values[choice]);
      }),
      { seed: 2 },
    );
  });

  it('never lets what is unset hide what is set', () => {
    fc.assert(
      fc.property(levelsArbitrary, anySetting, fc.constantFrom(0, 1), (levels, { path, values, read }, choice) => {
        const silent = (choices: Choices) => ({ ...choices, [path]: null });
        const system = { ...levels.system, [path]: choice };
        const policy = resolveChoices({ session: silent(levels.session), team: silent(levels.team), system });
        expect(read(policy).value).toEqual(values[choice]);
      }),
      { seed: 3 },
    );
  });

  it('resolves each setting on its own: no other setting moves it', () => {
    fc.assert(
      fc.property(levelsArbitrary, levelsArbitrary, anySetting, (levels, others, { path, read }) => {
        const keep = (from: Choices, kept: Choices) => ({ ...from, [path]: kept[path] ?? null });
        const changed = {
          session: keep(others.session, levels.session),
          team: keep(others.team, levels.team),
          system: keep(others.system, levels.system),
        };
        expect(read(resolveChoices(changed))).toHaveProperty('value', read(resolveChoices(levels)).value);
        expect(toOrigin(read(resolveChoices(changed)))).toBe(toOrigin(read(resolveChoices(levels))));
      }),
      { seed: 4 },
    );
  });
});

const toOrigin = ({ origin }: Resolved) => origin;
