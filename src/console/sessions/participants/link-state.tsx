import type { AgentSession } from '#contract/agent-session.ts';
import { useClock } from '#console/sessions/use-clock.ts';
import { Text } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';

/** Of somebody's newest link: it is the one that works longest. */
export const LinkState = ({ link }: { link: AgentSession['links'][number] | undefined }) => {
  const now = useClock();
  const { dateTime } = useFormat();
  if (!link) return <Text id="console-session.link-none" />;
  const { revokedAt, expiresAt } = link;
  if (revokedAt !== null) return <Text id="console-session.link-revoked" values={{ when: dateTime(revokedAt) }} />;
  const isOver = Date.parse(expiresAt) <= now;
  return (
    <Text
      id={isOver ? 'console-session.link-expired' : 'console-session.link-works'}
      values={{ when: dateTime(expiresAt) }}
    />
  );
};
