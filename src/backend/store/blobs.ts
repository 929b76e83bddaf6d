/**
 * The port for bytes: documents, uploads, logos. Keys are made by the core (`file/…`, `upload/…`); a blob never changes. Every
 * adapter says an outage of its storage in one way (`storage-outage.ts`), and one suite holds for all (`tests/backend/store/blobs-suite.ts`).
 */
export type Blobs = {
  /** Whole or not at all; once it is done, nothing takes it away. The first of a key stays, whatever comes later. */
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  get: (key: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Deleting what is not there is fine. */
  delete: (key: string) => Promise<void>;
  /** Keys that start with `prefix`, sorted. */
  list: (prefix: string) => Promise<string[]>;
};
