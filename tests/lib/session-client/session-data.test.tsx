import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import * as fc from 'fast-check';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';

import {
  admitEntry,
  applyAgentActivity,
  applySession,
  readSession,
  useAgentActivity,
  usePolicy,
  useSession,
} from '#lib/session-client/session-data.ts';
import { buildInteraction, buildOpenEntry } from '#tests/support/build-entry.ts';

const sessionAt = (seq: number) => buildOpenEntry([buildInteraction('a')], { seq }).session;

function enter() {
  const client = new QueryClient();
  admitEntry(client, buildOpenEntry([buildInteraction('a')], { seq: 5 }));
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return { client, wrapper };
}

describe('The session as a screen sees it', () => {
  it('is that of the entry, until something newer arrives', async () => {
    const { client, wrapper } = enter();
    const { result } = renderHook(useSession, { wrapper });
    expect(result.current.seq).toBe(5);
    applySession(client, sessionAt(6));
    await waitFor(() => {
      expect(result.current.seq).toBe(6);
    });
  });

  it('never goes back: an answer that a live event overtook changes nothing', () => {
    const { client } = enter();
    applySession(client, sessionAt(9));
    applySession(client, sessionAt(7));
    expect(readSession(client)?.seq).toBe(9);
  });

  it('takes the later one of two under the same number: drafts and uploads change it without a log entry', () => {
    const { client } = enter();
    const later = buildOpenEntry([buildInteraction('a', 'esign', 'in-progress')], { seq: 5 }).session;
    applySession(client, later);
    expect(readSession(client)).toEqual(later);
  });

  it('is the newest one, in whatever order they arrive', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (seqs) => {
        const { client } = enter();
        for (const seq of seqs) applySession(client, sessionAt(seq));
        expect(readSession(client)?.seq).toBe(Math.max(5, ...seqs));
      }),
      { seed: 41 },
    );
  });
});

describe('Beside it', () => {
  it('the policy stays as it was at entry', async () => {
    const { client, wrapper } = enter();
    const { result } = renderHook(() => ({ policy: usePolicy(), session: useSession() }), { wrapper });
    applySession(client, buildOpenEntry([], { seq: 6, settings: { autoOpen: false } }).session);
    await waitFor(() => {
      expect(result.current.session.seq).toBe(6);
    });
    expect(result.current.policy.autoOpen).toEqual({ value: true, origin: 'session' });
  });

  it('the agent comes and goes', async () => {
    const { client, wrapper } = enter();
    const { result } = renderHook(useAgentActivity, { wrapper });
    expect(result.current).toBe('active');
    applyAgentActivity(client, 'inactive');
    await waitFor(() => {
      expect(result.current).toBe('inactive');
    });
  });

  it('nothing can be read before anybody entered', () => {
    expect(readSession(new QueryClient())).toBeUndefined();
  });
});
