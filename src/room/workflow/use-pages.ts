/** Moving between the pages of the questions. Each is an address, so that Back, Forward and reload do what they always do. */
import * as z from 'zod/mini';
import { type NavigateOptions, useLocation, useNavigate, useParams } from 'react-router';

import { useJourney } from '#room/journey/journey-context.tsx';

const pageStateSchema = z.object({
  /** The page this one was gone on to from, so that going back to it is the browser's Back. */
  from: z.optional(z.string()),
  /** Opened to change an answer: the steps there were then. The way is back to "check your answers", unless they change. */
  changing: z.optional(z.array(z.string())),
});
type PageState = z.infer<typeof pageStateSchema>;

export type Pages = {
  segment: string | undefined;
  /** The steps there were when the customer pressed Change; undefined on the way through. */
  changing: readonly string[] | undefined;
  open: (segment: string, changing?: readonly string[]) => void;
  goBack: (segment: string) => void;
  /** This page is shown under another address: give it its own. */
  putRight: (segment: string) => void;
};

export function usePages(): Pages {
  const navigate = useNavigate();
  const { history } = useJourney();
  const location = useLocation();
  const { pathname, search } = location;
  const { step: segment } = useParams();
  const { from, changing } = pageStateSchema.safeParse(location.state).data ?? {};
  const base = segment === undefined ? pathname.replace(/\/$/, '') : pathname.replace(/\/[^/]*\/?$/, '');
  const toAddress = (target: string) => `${base}/${target}${search}`;
  const go = (target: string, options?: NavigateOptions) => {
    if (!history.isGoingBack()) void navigate(toAddress(target), options);
  };

  const open = (target: string, opened?: readonly string[]) => {
    const next: PageState = { ...(segment && { from: segment }), ...(opened && { changing: [...opened] }) };
    go(target, { state: next });
  };
  const goBack = (target: string) => {
    if (from === target) void navigate(-1);
    else go(target);
  };
  const putRight = (target: string) => {
    go(target, { replace: true });
  };
  return { segment, changing, open, goBack, putRight };
}
