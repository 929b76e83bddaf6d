/** The font for stamping what Latin-1 cannot write, fetched only when a document needs it. */
import fontUrl from 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf?url';

export async function loadFont(): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(fontUrl);
  if (!response.ok) throw new Error(`Failed to load the font for stamping: ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}
