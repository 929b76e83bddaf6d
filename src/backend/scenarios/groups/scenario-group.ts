/** The shape of one group of the list: what the start page shows under one heading. */
export type ScenarioGroup = {
  title: string;
  /** One sentence: what these have in common. */
  intro: string;
  scenarios: readonly { name: string; title: string; description: string }[];
};
