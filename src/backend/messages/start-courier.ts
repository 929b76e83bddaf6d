/** Wakes sessions whose time has come and delivers their messages. */
import { type DeliveryDeps, deliverDue } from '#backend/messages/deliver-due.ts';
import { keepWorking, type Worker } from '#backend/messages/keep-working.ts';
import { wakeDue, type WakeDeps } from '#backend/messages/wake-due.ts';

export type Courier = Worker;

export const startCourier = (deps: Omit<DeliveryDeps, 'signal'> & WakeDeps, { pause = 5_000 } = {}): Courier =>
  keepWorking(async (signal) => (await wakeDue(deps)) + (await deliverDue({ ...deps, signal })), {
    pause,
    onTrouble: deps.onTrouble,
  });
