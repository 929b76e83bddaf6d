import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import { TypingLine } from '#ui/typing-line.tsx';
import { renderUi } from '#tests/ui/render-ui.tsx';

/** The line, not the place where everything else is announced from. */
const line = () => {
  const [first] = screen.getAllByRole('status');
  if (!first) throw new Error('Failed to find the line.');
  return first;
};

it('that somebody is writing is heard politely once, however often they pause; anew once what they wrote is there', () => {
  const { show } = renderUi(<TypingLine key="1" words={null} />);
  const place = line();
  expect(place).toBeEmptyDOMElement();
  expect(place).toHaveAttribute('aria-live', 'polite');

  for (const live of ['polite', 'off', 'off']) {
    show(<TypingLine key="1" words="Ada is typing…" />);
    expect(line()).toBe(place);
    expect(place).toHaveTextContent('Ada is typing…');
    expect(place).toHaveAttribute('aria-live', live);
    show(<TypingLine key="1" words={null} />);
    expect(place).toBeEmptyDOMElement();
  }
  show(<TypingLine key="2" words={null} />);
  expect(line()).toHaveAttribute('aria-live', 'polite');
});
