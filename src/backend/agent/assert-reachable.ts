/** Whether a customer may be engaged in this way: asked of every start, whether now, planned, or after it was planned. */
import type { EngagementChannel } from '#contract/session.ts';
import type { Policy } from '#contract/policy.ts';
import { AppError } from '#backend/app-error.ts';

export type Engagement = {
  channel: EngagementChannel | null;
  customer: { email: string | null; phone: string | null };
};

/**
 * A session needs a channel that may be used and an address on it, unless the business invites by itself.
 * @throws `channel-not-allowed`, `invalid-input`
 */
export function assertReachable({ channel, customer }: Engagement, policy: Policy): void {
  if (channel === 'sms' && !policy.textMessages.value) throw new AppError('channel-not-allowed');
  if (policy.embeddedSession.value) return;
  if (channel === null) throw new AppError('invalid-input', { fields: [{ path: 'channel', message: 'required' }] });
  const path = channel === 'sms' ? 'phone' : 'email';
  if (customer[path] !== null) return;
  throw new AppError('invalid-input', { fields: [{ path: `customer.${path}`, message: 'required' }] });
}
