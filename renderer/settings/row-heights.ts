import type { SettingValues } from '../../shared/settings.ts';

export type Density = SettingValues['density'];

/** The rows of the tables of keys, of the matrix, and of records; in pixels, the line below them included. */
export const ROW_HEIGHTS = {
  comfortable: { key: 38, matrix: 32, record: 34 },
  compact: { key: 30, matrix: 26, record: 28 },
} as const satisfies Readonly<Record<Density, Readonly<Record<string, number>>>>;

/** The same for the style sheets: `--keydesk-key-row`, `--keydesk-matrix-row`, `--keydesk-record-row`. */
export function applyDensity(density: Density): void {
  const { dataset, style } = document.documentElement;
  dataset['density'] = density;
  for (const [row, height] of Object.entries(ROW_HEIGHTS[density]))
    style.setProperty(`--keydesk-${row}-row`, `${height}px`);
}
