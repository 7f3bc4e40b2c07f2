const two = (value: number): string => String(value).padStart(2, '0');

/** A moment as `<input type="datetime-local">` shows it: the person's own time, to the minute. */
export function localTime(time: string | null): string {
  if (!time) return '';
  const at = new Date(time);
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The moment that such a field names; null for none. */
export function momentOf(local: string): string | null {
  const at = new Date(local);
  return local && !Number.isNaN(at.getTime()) ? at.toISOString() : null;
}
