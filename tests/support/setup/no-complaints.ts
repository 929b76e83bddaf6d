/** A test during which anything complains on the console has failed, whatever else it says. */
import { format } from 'node:util';

import { afterEach, beforeEach, expect } from 'vitest';

const complaints: string[] = [];

const listen = (level: 'error' | 'warn'): void => {
  console[level] = (...parts: unknown[]) => {
    complaints.push(`console.${level}: ${format(...parts)}`);
  };
};

beforeEach(() => {
  complaints.length = 0;
  listen('error');
  listen('warn');
});

afterEach(() => {
  expect(complaints, 'Nothing complains on the console').toEqual([]);
});
