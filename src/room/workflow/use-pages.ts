/** Moving between the pages of the questions. Each is an address, so that Back, Forward and reload do what they always do. */
import * as z from 'zod/mini';
import { useLocation, useNavigate, useParams } from 'react-router';

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
  toAddress: (segment: string) => string;
};

export function usePages(): Pages {
  const navigate = useNavigate();
  const location = useLocation();
  const { pathname, search } = location;
  const { step: segment } = useParams();
  const { from, changing } = pageStateSchema.safeParse(location.state).data ?? {};
  const base = segment === undefined ? pathname.replace(/\/$/, '') : pathname.replace(/\/[^/]*\/?$/, '');
  const toAddress = (target: string) => `${base}/${target}${search}`;

  const open = (target: string, opened?: readonly string[]) => {
    const next: PageState = { ...(segment && { from: segment }), ...(opened && { changing: [...opened] }) };
    void navigate(toAddress(target), { state: next });
  };
  const goBack = (target: string) => {
    if (from === target) void navigate(-1);
    else void navigate(toAddress(target));
  };
  return { segment, changing, open, goBack, toAddress };
}
