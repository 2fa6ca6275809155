/** A time in ISO 8601; empty where there is none. */
export function isoDate(time: number | null): string {
  return time === null ? '' : new Date(time).toISOString();
}
