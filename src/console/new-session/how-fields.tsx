import type { TeamId } from '#contract/ids.ts';
import { type Language, languageSchema } from '#contract/language.ts';
import type { PartProps } from '#console/new-session/part-props.ts';
import styles from '#console/new-session/new-session.module.css';
import { Section } from '#console/new-session/section.tsx';
import { useSettingsTeams } from '#console/new-session/use-settings-teams.ts';
import { rewordTask } from '#console/shared/task/task-draft.ts';
import { wordsIn } from '#console/shared/task/template-words.ts';
import { Text } from '#lib/i18n/text.tsx';
import { Choice, ChoiceGroup } from '#ui/choice.tsx';
import { FieldRow } from '#ui/field-row.tsx';
import { SelectField } from '#ui/select-field.tsx';

const languageNames = new Intl.DisplayNames('en', { type: 'language' });

/** Whose settings, in which language, now or later. */
export const HowFields = ({ draft, change, terms, team }: PartProps & { team: TeamId }) => {
  const teams = useSettingsTeams();
  const speak = (language: Language) => {
    const tasks = draft.tasks.map((task) => rewordTask(task, wordsIn(draft.language), wordsIn(language)));
    change({ language, tasks });
  };
  return (
    <Section title={<Text id="console-new-session.how" />}>
      <FieldRow>
        {teams.length > 1 && (
          <SelectField
            label={<Text id="console-new-session.team" />}
            value={team}
            onChange={({ target }) => change({ team: target.value })}
          >
            {teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField
          label={<Text id="console-new-session.language" />}
          value={draft.language}
          onChange={({ target }) => speak(languageSchema.options.find((language) => language === target.value) ?? 'en')}
        >
          {languageSchema.options.map((language) => (
            <option key={language} value={language}>
              {languageNames.of(language)}
            </option>
          ))}
        </SelectField>
      </FieldRow>
      {terms.reengagement === 'continue' && (
        <p className={styles['muted']}>
          <Text id="console-new-session.continues" />
        </p>
      )}
      <ChoiceGroup label={<Text id="console-new-session.when" />}>
        <Choice
          type="radio"
          name="when"
          label={<Text id="console-new-session.now" />}
          hint={
            <Text id={terms.embeddedSession ? 'console-new-session.now-embedded' : 'console-new-session.now-hint'} />
          }
          checked={draft.when === 'now'}
          onChange={() => change({ when: 'now' })}
        />
        <Choice
          type="radio"
          name="when"
          label={<Text id="console-new-session.planned" />}
          hint={<Text id="console-new-session.planned-hint" />}
          checked={draft.when === 'planned'}
          onChange={() => change({ when: 'planned' })}
        />
      </ChoiceGroup>
    </Section>
  );
};
