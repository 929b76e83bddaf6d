/** The DOM id of a field's control, for focus and for links from messages. */
export const toControlId = (field: string): string => `esign-${field}`;
export const reasonControlId = toControlId('signing-reason');
export const endControlId = toControlId('end');

/** Brings a control into the middle of what is seen, and there the focus. */
export function focusControl(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'center', inline: 'center' });
  element?.focus({ preventScroll: true });
}
