/** How a scenario comes about, and what happens in it later. */
import type { BuiltScenario, Stage } from '#backend/scenarios/scenario-stage.ts';

/** Happens once while the customer is inside; `play` is given the customer's link and does what an agent would. */
export type LaterStep = {
  /** After the first screen is up. */
  seconds: number;
  play: (stage: Stage, url: string) => Promise<unknown>;
};

export type Recipe = { build: (stage: Stage) => Promise<BuiltScenario>; later?: LaterStep };

/** One recipe for every name of a group, so that the type checker finds what was forgotten. */
export type RecipesFor<Group extends { scenarios: readonly { name: string }[] }> = Readonly<
  Record<Group['scenarios'][number]['name'], Recipe>
>;
