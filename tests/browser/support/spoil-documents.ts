import type { Page } from '@playwright/test';

/**
 * Puts other bytes in the place of every document to sign that the mock backend keeps, and says so in the sessions: they come to the
 * room as what they should be, and cannot be read. No endpoint lets such a document in.
 */
export async function spoilDocuments(page: Page, bytes: Uint8Array): Promise<void> {
  await page.evaluate(
    async (content) => {
      const spoilt = Uint8Array.from(content);
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', spoilt));
      const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('session-room');
        opening.addEventListener('error', () => reject(opening.error ?? new Error('Failed to open.')));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const change = database.transaction(['sessions', 'blobs'], 'readwrite');
          const walking = change.objectStore('sessions').openCursor();
          walking.addEventListener('success', () => {
            const cursor = walking.result;
            if (!cursor) return;
            const session: unknown = cursor.value;
            for (const { document } of hasInteractions(session) ? session.interactions : []) {
              if (!document) continue;
              Object.assign(document, { sha256, size: spoilt.length });
              change.objectStore('blobs').put(spoilt, `file/${document.id}`);
            }
            cursor.update(session);
            cursor.continue();
          });
          change.addEventListener('complete', () => {
            database.close();
            resolve();
          });
        });
      });

      type Stored = { interactions: { document?: { id: string } }[] };
      function hasInteractions(session: unknown): session is Stored {
        return typeof session === 'object' && session !== null && 'interactions' in session;
      }
    },
    [...bytes],
  );
}
