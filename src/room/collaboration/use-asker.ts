import { useText } from '#lib/i18n/text.tsx';
import { useOpenEntry, useSession } from '#lib/session-client/session-data.ts';

/** Who asks: "Ada Agent from Harbour Credit", or as much of it as is known; null when nothing is. */
export function useAsker(): string | null {
  const text = useText();
  const { agentName: agent } = useSession();
  const { companyName: company } = useOpenEntry().branding;
  return agent !== null && company !== null ? text('room.asker', { agent, company }) : (company ?? agent);
}
