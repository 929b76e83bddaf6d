/** What every control of one level's value takes. */
export type ControlProps = {
  label: string;
  /** Undefined: inherits. */
  value: unknown;
  onSave: (value: unknown) => void;
};
