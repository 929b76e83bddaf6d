/**
 * A ref that gives an element the address of some bytes, for as long as the element is there. `type` is the one the backend found, so
 * that they are shown as what they are and not as what they say they are.
 */
export const showBlob = (bytes: Blob, type: string, attribute: 'src' | 'href') => (element: Element | null) => {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  element?.setAttribute(attribute, url);
  return () => {
    URL.revokeObjectURL(url);
  };
};
