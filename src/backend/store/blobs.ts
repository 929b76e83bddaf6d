/** The port for bytes: documents, uploads, logos. Keys are made by the core (`file/…`, `upload/…`); a blob never changes. */
export type Blobs = {
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  get: (key: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Deleting what is not there is fine. */
  delete: (key: string) => Promise<void>;
  /** Keys that start with `prefix`, sorted. */
  list: (prefix: string) => Promise<string[]>;
};
