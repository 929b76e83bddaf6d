import { describe, expect, it } from 'vitest';

import { createLog } from '#hosts/node/log.ts';

const aNumber: unknown = expect.any(Number);
const framesOfThisFile: unknown = expect.arrayContaining([expect.stringContaining('log.test.ts')]);
const aTypeError: unknown = expect.objectContaining({ kind: 'TypeError' });

const line = { requestId: 'request-1', method: 'GET', route: '/api/entry', status: 500 };

const openLog = (level: 'debug' | 'info' = 'info') => {
  const lines: string[] = [];
  const log = createLog(level, { write: (text) => lines.push(text) });
  return { log, read: () => lines.map((text): unknown => JSON.parse(text)), text: () => lines.join('') };
};

describe('A line of the log', () => {
  it('says of a failure what kind it was and where, not what it was about', () => {
    const { log, read, text } = openLog();
    const inner = new TypeError('"maya.thompson@example.com" is not valid JSON');
    log.request({
      ...line,
      code: 'internal',
      cause: new Error('Failed for Maya\n    Thompson of Leeds', { cause: inner }),
    });

    expect(read()).toEqual([
      expect.objectContaining({
        ...line,
        code: 'internal',
        cause: {
          kind: 'Error',
          at: framesOfThisFile,
          cause: aTypeError,
        },
      }),
    ]);
    expect(text()).not.toMatch(/maya|thompson|leeds|JSON/i);
  });

  it('has the codes of systems and libraries, and nothing else that is called a code', () => {
    const { log, read } = openLog();
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    log.request({ ...line, cause: Object.assign(new Error('Maya', { cause: full }), { code: 'Maya Thompson' }) });
    const cause: unknown = expect.objectContaining({ kind: 'Error', code: 'ENOSPC' });
    expect(read()).toEqual([expect.objectContaining({ cause: { kind: 'Error', at: framesOfThisFile, cause } })]);
  });

  it('survives what is no error, and errors that lead back to themselves', () => {
    const { log, read } = openLog();
    const endless = new Error('again');
    endless.cause = endless;
    log.request({ ...line, cause: endless });
    log.request({ ...line, cause: { name: 'Maya' } });
    expect(read()).toHaveLength(2);
    expect(read()[1]).toMatchObject({ cause: { kind: 'object' } });
  });

  it('knows how long the request took that it belongs to, and no other', async () => {
    const { log, read } = openLog();
    const more = Promise.withResolvers<void>();
    const slow = log.during(async (current) => {
      await more.promise;
      log.request({ ...line, requestId: 'slow' });
      return current.line?.requestId;
    });
    const quick = log.during(async (current) => {
      log.request({ ...line, requestId: 'quick' });
      return current.line?.requestId;
    });
    await expect(quick).resolves.toBe('quick');
    more.resolve();
    await expect(slow).resolves.toBe('slow');
    expect(read()).toMatchObject([{ requestId: 'quick', ms: aNumber }, { requestId: 'slow' }]);
  });

  it('is written for files only when asked for', () => {
    const file = { ...line, route: '(file)', status: 200 };
    const [quiet, loud] = [openLog('info'), openLog('debug')];
    quiet.log.request(file);
    loud.log.request(file);
    expect([quiet.read().length, loud.read().length]).toEqual([0, 1]);
  });
});
