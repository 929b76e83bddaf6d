/** The customers of the load: each with a session of their own, inside it, with an upload that has begun. */
import { createUpload } from '#contract/endpoints/document-request.ts';
import { teamIdSchema } from '#contract/ids.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { createCustomerClient, readToken } from '#backend/scenarios/customer-client.ts';
import { agreementInput, feeInput, papersInput, questionsInput } from '#backend/scenarios/sample-interactions.ts';
import { createSampleAgreement } from '#backend/scenarios/sample-agreement.ts';

export type Customer = {
  headers: Readonly<Record<string, string>>;
  questions: string;
  /** Of the draft that was saved last. */
  revision: number;
  upload: { path: string; offset: number };
};

/** How many sessions are started at once. */
const rows = 8;
export const uploadLength = 14_000_000;

export async function startCustomers(origin: string, agentToken: string, count: number): Promise<Customer[]> {
  const agent = createAgentClient((request) => fetch(request), origin, agentToken);
  await agent.setPresence(true);
  await agent.saveSystemSettings({ autoOpen: true, branding: { companyName: 'Harbour Credit' } });
  const document = await agent.addDocument(await createSampleAgreement());

  const start = async (): Promise<Customer> => {
    const { url, interactions } = await agent.startSession({
      team: teamIdSchema.parse('main'),
      customer: { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: null },
      channel: 'email',
      settings: {},
      interactions: [agreementInput(document), papersInput, questionsInput, feeInput],
    });
    const [, papers = '', questions = ''] = interactions;
    const target = { interactionId: papers, itemId: papersInput.items[0]?.id ?? '', filename: 'passport.pdf' };
    const metadata = Object.entries(target).map(([key, value]) => `${key} ${btoa(value)}`);
    const customer = createCustomerClient((request) => fetch(request), url);
    const begun = await customer.request(createUpload, {
      headers: {
        'tus-resumable': '1.0.0',
        'upload-length': String(uploadLength),
        'upload-metadata': metadata.join(','),
      },
    });
    return {
      headers: { authorization: `Bearer ${readToken(url)}`, 'accept-encoding': 'br, gzip' },
      questions,
      revision: 0,
      upload: { path: begun.headers.get('location') ?? '', offset: 0 },
    };
  };

  const customers: Customer[] = [];
  // Note: in rows, so that none waits for more than its own.
  const startRow = async (length: number): Promise<void> => {
    for (let started = 0; started < length; started += 1) customers.push(await start());
  };
  await Promise.all(Array.from({ length: rows }, () => startRow(count / rows)));
  return customers;
}
