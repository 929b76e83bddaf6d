/**
 * The port for passwords: slow on purpose. A hash says its algorithm and parameters, so that they can grow; what an adapter does not
 * understand is the hash of no password.
 */
export type Passwords = {
  hash: (password: string) => Promise<string>;
  isRight: (password: string, hash: string) => Promise<boolean>;
};
