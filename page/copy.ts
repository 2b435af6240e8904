/** Copies text to the clipboard, also where the page has no right to the clipboard's interface. */

/** Copies what `area` holds. Resolves to whether it worked; the text is left selected if not. */
export async function copyFrom(area: HTMLTextAreaElement): Promise<boolean> {
  // Absent on plain http, whatever its type says.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard !== undefined) {
    try {
      await clipboard.writeText(area.value);
      return true;
    } catch {
      // Not allowed: copy the selection instead.
    }
  }
  area.focus();
  area.select();
  return document.execCommand('copy');
}
