/** Moving between the pages of the questions. Each is an address, so that Back, Forward and reload do what they always do. */
import * as z from 'zod/mini';
import { type NavigateOptions, useLocation, useNavigate } from 'react-router';

import type { InteractionId } from '#contract/ids.ts';
import { useJourney } from '#room/journey/journey-context.tsx';
import { interactionPath, parseInteractionId } from '#room/journey/paths.ts';

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
  /** `replace`: this page gives way to it. */
  open: (segment: string, how?: { changing?: readonly string[]; replace?: boolean }) => void;
  goBack: (segment: string) => void;
  /** This page is shown under another address: give it its own. */
  putRight: (segment: string) => void;
};

const pagePattern = /^\/s\/[^/]+\/i\/[^/]+\/([^/]+)/;

/** @param id the interaction whose pages they are. */
export function usePages(id: InteractionId): Pages {
  const navigate = useNavigate();
  const { token, history } = useJourney();
  const base = interactionPath(token, id);
  const address = useLocation();
  // Note: for a moment the address still names another place (going back takes a browser some frames), maybe a page of other questions.
  const here = parseInteractionId(address.pathname) === id ? address : null;
  const segment = pagePattern.exec(here?.pathname ?? '')?.[1];
  const { from, changing } = pageStateSchema.safeParse(here?.state).data ?? {};
  const toAddress = (target: string) => `${base}/${target}${here?.search ?? ''}`;
  const go = (target: string, options?: NavigateOptions) => {
    if (!history.isGoingBack()) void navigate(toAddress(target), options);
  };

  const open: Pages['open'] = (target, { changing: opened, replace = false } = {}) => {
    const previous = replace ? from : segment;
    const next: PageState = { ...(previous && { from: previous }), ...(opened && { changing: [...opened] }) };
    go(target, { state: next, replace });
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
