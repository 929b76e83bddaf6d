/** Many scripted customers at once, and what they heard from the host. */
import type { FileId } from '#contract/ids.ts';
import { RefusedError } from '#tests/support/kill/call-host.ts';
import { buildMainPath, buildPaper } from '#tests/support/kill/main-path-session.ts';
import { createScriptedCustomer, type ScriptedCustomer } from '#tests/support/kill/scripted-customer.ts';
import type { Random } from '#tests/support/kill/seeded-random.ts';

/** Customers who are served at the same time; the others come after, so that there are always some at each step. */
const atOnce = 60;

/** An answer without a body has only its status. */
const outages = ['service-unavailable', '503'];

export type Crowd = ReturnType<typeof createCrowd>;

type World = {
  origins: readonly string[];
  document: FileId;
  random: Random;
  /** What the hosts stand on is taken from them as well: to be told to come back is then no more than no answer. */
  hasOutages?: boolean;
};

export function createCrowd({ origins, document, random, hasOutages = false }: World) {
  const customers: ScriptedCustomer[] = [];
  const heard = { answered: 0, unanswered: 0, refused: new Array<string>() };
  let listener: () => void = () => undefined;
  const onAnswer = () => {
    heard.answered += 1;
    listener();
  };

  const listUnfinished = () => customers.filter(({ isDone }) => !isDone());
  // Note: this is what `fetch` throws when nobody answers.
  const isNoAnswer = (error: unknown): boolean =>
    error instanceof TypeError || (hasOutages && error instanceof RefusedError && outages.includes(error.message));
  const serve = async ({ customer, work }: ScriptedCustomer): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (isNoAnswer(error)) heard.unanswered += 1;
      else heard.refused.push(`${customer.key('path')} was refused: ${String(error)}`);
    }
  };

  return {
    customers,
    heard,
    listUnfinished,
    /** Lets more come, until so many are on their way. */
    fillUp: (count: number): void => {
      while (listUnfinished().length < count) {
        const number = customers.length + 1;
        const plan = { number, input: buildMainPath(number, document, random), paper: buildPaper(random) };
        customers.push(createScriptedCustomer(plan, { origins, random, onAnswer }));
      }
    },
    /** Everybody goes as far as they can, in an order of chance; nobody begins any more when the host is gone. */
    serveAll: async (isGone: () => boolean, onEachAnswer: () => void = () => undefined): Promise<void> => {
      listener = onEachAnswer;
      const queue = listUnfinished()
        .map((one) => ({ one, rank: random.next() }))
        .toSorted((a, b) => a.rank - b.rank);
      const worker = async () => {
        for (let next = queue.pop(); next && !isGone(); next = queue.pop()) await serve(next.one);
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
    },
  };
}
