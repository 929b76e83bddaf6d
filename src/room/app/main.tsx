/** The production flavour: the room on whatever backend serves this origin. */
import { bootRoom } from '#room/app/boot.tsx';

const container = document.getElementById('root');
if (!container) throw new Error('Failed to start: the page has no #root.');
bootRoom({ container, entry: window.__entry });
