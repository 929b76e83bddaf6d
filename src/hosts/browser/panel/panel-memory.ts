/** What this browser remembers of QA's panel: whether it was put away for good, and whether this tab had it open. */
import { deviceStorage, visitStorage } from '#lib/storage/safe-storage.ts';

const key = 'qa-panel';
const away = 'away';

export const panelMemory = {
  isAway: () => deviceStorage.read(key) === away,
  putAway: () => {
    deviceStorage.write(key, away);
    visitStorage.remove(key);
  },
  bringBack: () => deviceStorage.remove(key),
  wasOpen: () => visitStorage.read(key) === true,
  keepOpen: (isOpen: boolean) => visitStorage.write(key, isOpen),
};

/** Alt+Q; the key itself, because with Alt some keyboards write another letter. */
export const isPanelKey = ({ altKey, ctrlKey, metaKey, code }: KeyboardEvent): boolean =>
  altKey && !ctrlKey && !metaKey && code === 'KeyQ';
