/** Whether this page load goes on with a visit (reload, back or forward) or is a new entry. */
export function resumesVisit(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  const type = navigation && 'type' in navigation ? navigation.type : 'navigate';
  return type === 'reload' || type === 'back_forward';
}
