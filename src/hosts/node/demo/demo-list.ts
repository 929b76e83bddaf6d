/**
 * What the demonstration shows: one session of each sort of start. What needs faults of the network, or happens by itself while one looks
 * on, is QA's (`npm run qa`).
 */
import type { ScenarioName } from '#backend/scenarios/scenario-list.ts';

export const demoList = [
  'main-path',
  'esign-only',
  'document-request-only',
  'workflow-only',
  'payment-only',
  'auto-open-off',
  'mixed-order',
  'half-done',
  'all-done',
  'returned-documents',
  'consent',
  'notices-both',
  'link-expired',
  'session-ended-limited',
  'branded',
  'arabic-names',
] as const satisfies readonly ScenarioName[];
