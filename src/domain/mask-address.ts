/** Shows enough of an address for its owner to know it, and nothing to anybody else: `j•••@example.com`, `•••42`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}•••${email.slice(at)}`;
}

export const maskPhone = (phone: string): string => `•••${phone.slice(-2)}`;
