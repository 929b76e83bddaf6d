/** What the main requests and answers look like. A test holds each against its schema. */
import type { EndpointName } from '#contract/endpoints/all-endpoints.ts';
import { resolvePolicy } from '#domain/resolve-policy.ts';

export type Examples = { input?: unknown; output?: unknown };

const startedAt = '2026-11-22T09:00:00.000Z';

const questions = {
  steps: [
    {
      kind: 'form',
      id: 'work',
      title: 'Your work',
      fields: [
        { kind: 'yes-no', id: 'employed', label: 'Are you employed?', hint: null, required: true },
        {
          kind: 'number',
          id: 'income',
          label: 'Income a month',
          hint: null,
          required: true,
          minimum: 0,
          maximum: null,
          decimals: 2,
        },
      ],
      branches: [],
      next: null,
    },
  ],
};

const session = {
  id: 'f3Zq0cV7b1',
  seq: 2,
  state: 'open',
  access: 'full',
  agentName: 'Ada Agent',
  startedAt,
  you: 'p1',
  participants: [{ id: 'p1', number: 1, name: 'Maya Thompson', role: 'primary' }],
  interactions: [
    {
      kind: 'workflow',
      id: 'mN4x8sT2k9',
      title: 'A few questions',
      status: 'new',
      revision: 1,
      addedAt: startedAt,
      closedAt: null,
      reason: null,
      files: [],
    },
  ],
};

export const examples: Readonly<Partial<Record<EndpointName, Examples>>> = {
  startSession: {
    input: {
      team: 'main',
      customer: { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: null },
      channel: 'email',
      settings: { autoOpen: true, branding: { companyName: 'Harbour Credit' } },
      interactions: [{ kind: 'workflow', title: 'A few questions', definition: questions }],
    },
    output: {
      sessionId: session.id,
      engagement: 'new',
      url: 'https://room.example.com/s/LqV0Zc4mT1xk2b8YwR7uJ5nD9sE3aH6oPfGiKqXvN0M',
      interactions: ['mN4x8sT2k9'],
    },
  },
  getEntry: {
    output: {
      kind: 'open',
      branding: { companyName: 'Harbour Credit', logo: null, primaryColor: null, backgroundColor: null },
      policy: resolvePolicy({
        system: {},
        team: {},
        session: { autoOpen: true, branding: { companyName: 'Harbour Credit' } },
      }),
      session,
      agentActivity: 'active',
      enteredAt: startedAt,
    },
  },
  saveWorkflowDraft: {
    input: {
      writer: 'tab-4f1c22',
      revision: 0,
      takeOver: false,
      content: { answers: { employed: true }, step: 'work' },
    },
    output: { revision: 1, savedAt: startedAt },
  },
  submitAnswers: {
    input: { revision: 1, answers: { employed: true, income: 2400 } },
    output: { ...session, seq: 3 },
  },
  sendMessage: {
    input: { text: 'Is the fee to be paid now?', attachments: [] },
    output: {
      id: 'w8Rb5yQe1j',
      seq: 3,
      from: 'customer',
      authorName: 'Maya Thompson',
      text: 'Is the fee to be paid now?',
      attachments: [],
      sentAt: startedAt,
      key: '1f0c9a52-8e1d-4f7b-9c55-0d3b6a7e2f41',
    },
  },
};
