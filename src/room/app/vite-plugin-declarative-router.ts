/**
 * Vite plugin: leaves React Router's data routes out of the build. One call keeps them there, which a bundler cannot know to do nothing:
 * 15 kB (4 kB brotli) that nobody runs, because the room and the console use the router declaratively (decision 001).
 */
import type { Plugin } from 'vite';

const call = 'React$1.memo(DataRoutes)';

export const declarativeRouter = (): Plugin => ({
  name: 'declarative-router',
  apply: 'build',
  transform: {
    filter: { id: /\/react-router\/dist\/production\/lib\/components\.js$/ },
    handler(code) {
      if (!code.includes(call))
        throw new Error(`Failed to leave out the data routes of React Router: there is no ${call}.`);
      return { code: code.replace(call, () => `/* @__PURE__ */ ${call}`), map: null };
    },
  },
});
