/** What `/embed.js` gives a page that includes it: `SessionRoom.mount`. Built by `vite-plugin-embed-script.ts`. */
export { mount } from '#embed/mount.ts';
