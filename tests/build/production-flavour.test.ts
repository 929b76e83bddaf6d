import { readBuild } from '#tests/support/read-build.ts';
import { describe, expect, it } from 'vitest';

const room = readBuild('room');
const qa = readBuild('qa');

const mockModules =
  /^src\/(backend|hosts|console)\/|^src\/contract\/(endpoints\/)?(qa|description)\.ts|^tests\/|node_modules\/(msw|@mswjs|hono|@cantoo)\//;
const mockWords =
  /mockServiceWorker|setupWorker|\bmsw\b|createBackend|scenario|api\/qa|openapi|newer-backend|lost-answer|clockOffset/i;

describe('The production flavour', () => {
  it('is made of nothing of the backend, its hosts, its scenarios, what QA does to them, or MSW', () => {
    expect(room.modules.filter((module) => mockModules.test(module))).toEqual([]);
    expect(qa.modules.filter((module) => mockModules.test(module)).length).toBeGreaterThan(20);
  });

  it('says no word of them either', () => {
    const speaks = ({ path, text }: { path: string; text: string }) => mockWords.test(text) || mockWords.test(path);
    const isOurs = ({ path }: { path: string }) => !path.includes('pdf');
    expect(
      room.files
        .filter(isOurs)
        .filter(speaks)
        .map(({ path }) => path),
    ).toEqual([]);
    expect(qa.files.filter(speaks).map(({ path }) => path)).not.toEqual([]);
  });

  it('starts as one file, with the features in files of their own', () => {
    const entries = room.chunks.filter((chunk) => chunk.isEntry);
    expect(entries.map((chunk) => chunk.imports)).toEqual([[]]);
    expect(entries[0]?.dynamicImports.length).toBeGreaterThan(3);
  });

  it('keeps what is heavy out of the first file', () => {
    const entry = room.chunks.find((chunk) => chunk.isEntry);
    const heavy = /node_modules\/(pdfjs-dist|signature_pad|react-hook-form|tus-js-client|zod\/v4\/classic)\//;
    expect(entry?.modules.filter((module) => heavy.test(module))).toEqual([]);
  });

  it('shows its words in the fonts of the device', () => {
    const styled = room.files.filter(({ path, text }) => /\.(css|html)$/.test(path) && text.includes('@font-face'));
    expect(styled.map(({ path }) => path)).toEqual([]);
  });
});
