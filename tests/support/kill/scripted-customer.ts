/**
 * A customer who does the whole main path, step by step, and does a step again with the same key when nobody answered. Whatever was
 * answered is remembered as a claim: it has to be true of the store from then on.
 */
import type { StartSessionInput } from '#contract/agent.ts';
import { requestNewLink } from '#contract/endpoints/entry.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import { callHost, RefusedError } from '#tests/support/kill/call-host.ts';
import type { Customer, Stored } from '#tests/support/kill/customer.ts';
import { mainPathSteps } from '#tests/support/kill/main-path-steps.ts';
import type { Random } from '#tests/support/kill/seeded-random.ts';

/** `origins`: of the hosts that serve the customer, each request any of them. */
type World = { origins: readonly string[]; random: Random; onAnswer: () => void };
type Plan = { number: number; input: StartSessionInput; paper: Uint8Array<ArrayBuffer> };

export type ScriptedCustomer = ReturnType<typeof createScriptedCustomer>;

export function createScriptedCustomer({ number, input, paper }: Plan, { origins, random, onAnswer }: World) {
  const claims: { says: string; isTrue: (stored: Stored) => boolean }[] = [];
  let step = 0;
  let links = 0;
  let isWaiting = false;

  const customer: Customer = {
    input,
    paper,
    random,
    sessionId: undefined,
    url: '',
    interactions: { esign: '', papers: '', questions: '' },
    upload: '',
    key: (intent) => `customer-${number}-${intent}`,
    claim: (says, isTrue) => void claims.push({ says, isTrue }),
    call: async (endpoint, extras, credential = readToken(customer.url)) => {
      const origin = origins[random.between(0, origins.length - 1)] ?? '';
      const answer = await callHost(origin, credential, endpoint, extras);
      onAnswer();
      return answer;
    },
  };

  /** Where the link has run out: a new one, which comes by email. */
  const askForLink = async (): Promise<void> => {
    await customer.call(requestNewLink, { key: customer.key(`link-${links}`) });
    links += 1;
    isWaiting = true;
    const asked = links;
    customer.claim(`${asked} new links were sent, and each was sent once`, ({ outbox, log }) => {
      const sent = outbox.filter(({ kind }) => kind === 'new-link').length;
      return sent >= asked && sent === log.filter(({ fact }) => fact.kind === 'link-sent').length;
    });
  };

  return {
    customer,
    isDone: () => step === mainPathSteps.length,
    /** Goes on until these steps are done, or nobody answers, or a new link is on its way. @throws what stopped it. */
    work: async (steps = mainPathSteps.length): Promise<void> => {
      try {
        for (; step < steps && !isWaiting; step += 1) await mainPathSteps[step]?.(customer);
      } catch (error) {
        if (!(error instanceof RefusedError) || error.message !== 'link-expired') throw error;
        await askForLink();
      }
    },
    /** Goes through the mail: the newest link is the one that works. */
    readMail: ({ outbox }: Stored): void => {
      if (isWaiting) customer.url = outbox.at(-1)?.url ?? '';
      isWaiting = false;
    },
    findBroken: (stored: Stored): string[] =>
      claims.filter(({ isTrue }) => !isTrue(stored)).map(({ says }) => `Customer ${number} was told that ${says}.`),
  };
}
