/** Lets QA's panel in beside the room, or keeps it out until Alt+Q is pressed, as this browser remembers it. */
import { isPanelKey, panelMemory } from '#hosts/browser/panel/panel-memory.ts';
import type { PanelTools } from '#hosts/browser/panel/panel-tools.ts';

export function openPanelDoor(tools: PanelTools): void {
  const letIn = async (isOpen: boolean) => {
    const { showPanel } = await import('#hosts/browser/panel/show-panel.tsx');
    showPanel(tools, {
      isOpen,
      onPutAway: () => {
        panelMemory.putAway();
        wait();
      },
    });
  };
  const wait = () => {
    addEventListener('keydown', onKeyDown);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPanelKey(event)) return;
    event.preventDefault();
    removeEventListener('keydown', onKeyDown);
    panelMemory.bringBack();
    void letIn(true);
  };

  if (panelMemory.isAway()) wait();
  else void letIn(panelMemory.wasOpen());
}
