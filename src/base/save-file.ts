/** Milliseconds until a browser has taken the file. */
const patience = 60_000;

/** Hands a file to the person, under this name; `place` is where the link to it stands meanwhile. */
export function saveFile(file: Blob, name: string, place: Element): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.hidden = true;
  place.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), patience);
}
