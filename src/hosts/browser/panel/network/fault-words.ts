import type { FaultMode } from '#backend/scenarios/network-fault.ts';

/** What QA calls each mode, in the order they are offered. */
export const faultWords: Readonly<Record<FaultMode, string>> = {
  'server-error': '500, internal error',
  unavailable: '503, unavailable',
  'too-many-requests': '429, too many requests',
  'lost-answer': 'Answer lost after commit',
  slow: 'Answer comes 4 s late',
  'dropped-stream': 'Live feed dropped',
  offline: 'Device goes offline',
  'newer-backend': 'Newer backend',
};
