/** The live feeds that are open in this tab, so that a network that fails takes them along. */
export type OpenStreams = {
  /** The same answer, with a body that breaks off when it is cut. */
  track: (answer: Response) => { answer: Response; cut: () => void };
  cutAll: () => void;
  hasAny: () => boolean;
};

export function createOpenStreams(): OpenStreams {
  const open = new Set<AbortController>();
  const cut = (line: AbortController) => {
    open.delete(line);
    line.abort(new TypeError('The connection was lost.'));
  };
  return {
    track(answer) {
      if (!answer.body) return { answer, cut: () => undefined };
      const line = new AbortController();
      open.add(line);
      const forget = () => {
        open.delete(line);
      };
      const pass = new TransformStream<Uint8Array, Uint8Array>();
      answer.body.pipeTo(pass.writable, { signal: line.signal }).then(forget, forget);
      return { answer: new Response(pass.readable, answer), cut: () => cut(line) };
    },
    cutAll: () => open.forEach(cut),
    hasAny: () => open.size > 0,
  };
}
