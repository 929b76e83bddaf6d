import { renderHook } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';

import { interactionIdSchema } from '#contract/ids.ts';
import { JourneyProvider } from '#room/journey/journey-context.tsx';
import { createVisitStore } from '#room/journey/visit-store.ts';
import { usePages } from '#room/workflow/use-pages.ts';

const token = 'the-token-of-the-link';
const state = { from: 'address', changing: ['address', 'income'] };
const services = {
  token,
  visit: createVisitStore('pages', false),
  history: { goBack: () => undefined, isGoingBack: () => false, leave: () => undefined, stop: () => undefined },
};

/** The pages of the questions `about-you`, while the browser shows this address. */
const readPages = (pathname: string) => {
  const { result } = renderHook(() => usePages(interactionIdSchema.parse('about-you')), {
    wrapper: ({ children }) => (
      <JourneyProvider value={services}>
        <MemoryRouter initialEntries={[{ pathname, state }]}>{children}</MemoryRouter>
      </JourneyProvider>
    ),
  });
  const { segment, changing } = result.current;
  return { segment, changing };
};

describe('The page of the questions', () => {
  it('is what the address says, and so is what the customer came to change', () => {
    const income = { segment: 'income', changing: state.changing };
    expect(readPages(`/s/${token}/i/about-you/income`)).toEqual(income);
    expect(readPages(`/s/${token}/i/about-you/income/`)).toEqual(income);
    expect(readPages(`/s/${token}/i/about-you/`).segment).toBeUndefined();
  });

  it('is no page of other questions, which the address names until it has followed', () => {
    const unsaid = { segment: undefined, changing: undefined };
    expect(readPages(`/s/${token}/i/about-your-work/income`)).toEqual(unsaid);
    expect(readPages(`/s/${token}`)).toEqual(unsaid);
  });
});
