/** Type-checks every environment with its own `tsconfig.json`, so that (say) a domain rule cannot reach for the DOM. */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';

const projects = ['tsconfig.json', ...globSync('{src,tests}/**/tsconfig.json').toSorted()];

const broken = projects.filter((project) => {
  const { status } = spawnSync('tsc', ['--project', project, '--pretty'], { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok    ' : 'broken'} ${project}`);
  return status !== 0;
});

process.exitCode = broken.length === 0 ? 0 : 1;
