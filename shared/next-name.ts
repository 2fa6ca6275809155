const NUMBERED = /^(.*\S)\s*\((\d{1,6})\)$/s;

/**
 * The name of the key that takes another's place: `CRM_Query` → `CRM_Query (2)` → `CRM_Query (3)`.
 * @param taken names that are there already; they are passed over.
 */
export function nextName(name: string, taken: Iterable<string>): string {
  const [, base = name.trim(), count = '1'] = NUMBERED.exec(name.trim()) ?? [];
  const names = new Set(taken);
  for (let number = Number(count) + 1; ; number += 1) {
    const next = `${base} (${number})`;
    if (!names.has(next)) return next;
  }
}
