/** Says clearly that Node is too old, before the tools fail in their own words. Plain JavaScript: an old Node reads this. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 22)) {
  console.error(
    `This project needs Node 22.22 or newer; this is ${process.versions.node}. On Linux x64 \`npm ci\` brings Node 24 along ` +
      'for its scripts (unless optional dependencies were left out); elsewhere install it from https://nodejs.org.',
  );
  process.exit(1);
}
