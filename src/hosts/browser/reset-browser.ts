/** Back to the beginning: everything the app ever kept in this browser is forgotten, and the other tabs are told. */
import type { BrowserWorld } from '#hosts/browser/browser-world.ts';
import { panelMemory } from '#hosts/browser/panel/panel-memory.ts';
import type { TabChannel } from '#hosts/browser/tab-channel.ts';

export async function resetBrowser(world: Pick<BrowserWorld, 'empty'>, channel: TabChannel): Promise<void> {
  channel.tell({ kind: 'reset' });
  await world.empty();
  forgetSite();
  channel.tell({ kind: 'reset' });
}

/** Another tab has reset the browser: what this tab holds belongs to nothing any more. */
export function followReset(channel: TabChannel): void {
  channel.listen(({ kind }) => {
    if (kind !== 'reset') return;
    forgetSite();
    location.assign('/');
  });
}

/** Note: that QA put the panel away is about this browser, not about anything that happened in the app. */
function forgetSite(): void {
  const isPanelAway = panelMemory.isAway();
  for (const cookie of document.cookie.split('; ')) {
    const [name = ''] = cookie.split('=');
    document.cookie = `${name}=; path=/; max-age=0`;
    document.cookie = `${name}=; path=/; max-age=0; secure; samesite=none; partitioned`;
  }
  for (const read of [() => localStorage, () => sessionStorage]) {
    try {
      read().clear();
    } catch {
      // Blocked storage holds nothing.
    }
  }
  if (isPanelAway) panelMemory.putAway();
}
