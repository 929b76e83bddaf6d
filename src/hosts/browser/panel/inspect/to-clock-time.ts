const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** When something happened by the backend's clock. Milliseconds in. */
export const toClockTime = (at: number): string => format.format(at);
