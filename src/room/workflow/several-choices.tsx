import type { Answer } from '#contract/workflow.ts';
import { Text } from '#lib/i18n/text.tsx';
import { type InputProps, type OfKind, toWords } from '#room/workflow/field-words.tsx';
import { Choice, ChoiceGroup } from '#ui/choice.tsx';

type Chosen = Extract<Answer, readonly unknown[]>;
type SeveralChoicesProps = InputProps<OfKind<'multiple-choice'>, Chosen>;

/** Boxes to tick. Note: nothing keeps anybody from ticking too many; they are told, and decide which one goes. */
export const SeveralChoices = (props: SeveralChoicesProps) => {
  const { field, value: chosen, error, onChange } = props;
  const { name, hint, ...words } = toWords(props);
  const isInvalid = error !== undefined;

  /** In the order they are offered. */
  const toggle = (option: string) => {
    const isWanted = (value: string) => chosen.some((one) => one === value) !== (value === option);
    onChange(field.options.map(({ value }) => value).filter(isWanted));
  };

  return (
    <ChoiceGroup
      {...words}
      hint={
        <>
          {hint} <HowMany field={field} />
        </>
      }
    >
      {field.options.map(({ value, label }) => (
        <Choice
          key={value}
          type="checkbox"
          name={name}
          label={<bdi>{label}</bdi>}
          value={value}
          checked={chosen.includes(value)}
          aria-invalid={isInvalid || undefined}
          // Note: the group's description is not read to those who arrive at one of its options by a link.
          aria-describedby={isInvalid ? `${words.id}-error` : undefined}
          onChange={() => toggle(value)}
        />
      ))}
    </ChoiceGroup>
  );
};

const HowMany = ({ field: { minimum, maximum } }: { field: OfKind<'multiple-choice'> }) => {
  if (minimum === null) {
    return maximum === null ? (
      <Text id="workflow.choose-any" />
    ) : (
      <Text id="workflow.choose-at-most" values={{ maximum }} />
    );
  }
  if (maximum === null) return <Text id="workflow.choose-at-least" values={{ minimum }} />;
  return maximum === minimum ? (
    <Text id="workflow.choose-exactly" values={{ maximum }} />
  ) : (
    <Text id="workflow.choose-between" values={{ minimum, maximum }} />
  );
};
