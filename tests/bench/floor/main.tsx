/**
 * The floor: what the libraries cost by themselves. The mandated ones, a data router and `zod/mini`, one JSON fetched after the bundle,
 * checked, and its words on the page. Nobody uses it; `npm run bench` measures the room beside it.
 */
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import cookies from 'js-cookie';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, useParams } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import * as z from 'zod/mini';
import { create } from 'zustand';

const entrySchema = z.object({
  branding: z.object({ companyName: z.string() }),
  policy: z.object({ cookieDisclaimer: z.object({ value: z.boolean(), text: z.nullable(z.string()) }) }),
  session: z.object({ interactions: z.array(z.object({ id: z.string(), title: z.string() })) }),
});

const useNotices = create<{ isAcknowledged: boolean; acknowledge: () => void }>()((set) => ({
  isAcknowledged: cookies.get('floor') !== undefined,
  acknowledge: () => {
    cookies.set('floor', 'seen');
    set({ isAcknowledged: true });
  },
}));

const fetchEntry = async (token: string) => {
  const response = await fetch('/api/entry', { headers: { authorization: `Bearer ${token}` } });
  return entrySchema.parse(await response.json());
};

const Entry = () => {
  const { token = '' } = useParams();
  const { isAcknowledged, acknowledge } = useNotices();
  const { data } = useQuery({ queryKey: ['entry', token], queryFn: () => fetchEntry(token) });
  if (!data) return <p>…</p>;
  const { branding, policy, session } = data;
  return (
    <main>
      <p>{branding.companyName}</p>
      <h1>{session.interactions[0]?.title}</h1>
      {policy.cookieDisclaimer.value && !isAcknowledged && (
        <p>
          {policy.cookieDisclaimer.text}
          <button type="button" onClick={acknowledge}>
            Got it
          </button>
        </p>
      )}
    </main>
  );
};

const router = createBrowserRouter([{ path: '/s/:token', element: <Entry /> }]);
const cache = new QueryClient();

const root = document.getElementById('root');
if (!root) throw new Error('Failed to start the floor: the page has no #root.');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={cache}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
