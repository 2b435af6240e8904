/** Reads base64 in the page itself: a page opened from disk may not fetch. */

/** The bytes that a text of base64 stands for. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let index = 0; index < bytes.length; index++) {
    bytes[index] = characters.charCodeAt(index);
  }
  return bytes;
}
