/** The console on whatever backend serves this origin. */
import { bootConsole } from '#console/app/boot.tsx';

const container = document.getElementById('root');
if (!container) throw new Error('Failed to start: the page has no #root.');
bootConsole(container);
