/**
 * React with its compiler for the features of the room and for the console. What the compiler adds to every component is bytes in front of the first
 * screen, where next to nothing is drawn twice; the features are fetched ahead, and drawn at every keystroke.
 */
import react from '@vitejs/plugin-react';

const features = ['esign', 'document-request', 'files', 'workflow', 'payment', 'collaboration'];

export const compiledFeatures = () =>
  react({ compiler: { sources: [...features.map((feature) => `/src/room/${feature}/`), '/src/console/'] } });
