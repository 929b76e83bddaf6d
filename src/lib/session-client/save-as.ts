const minute = 60_000;

/** An address of these bytes, kept long enough for a slow phone to open it, then given back. */
export function toTemporaryUrl(blob: Blob): string {
  const url = URL.createObjectURL(blob);
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, minute);
  return url;
}

/** Into the downloads of this device, under this name. */
export function saveAs(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}
