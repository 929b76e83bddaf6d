/** A ref that gives an element the address of a blob, for as long as the element is there. */
export const showBlob = (blob: Blob, attribute: 'src' | 'href') => (element: Element | null) => {
  const url = URL.createObjectURL(blob);
  element?.setAttribute(attribute, url);
  return () => {
    URL.revokeObjectURL(url);
  };
};
