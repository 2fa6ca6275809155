/**
 * A table in Markdown whose columns stand under each other, as the formatter wants it.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} lines
 */
export function markdownTable(head, lines) {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...lines].map((cells) => cells[column]?.length ?? 0)),
  );
  /** @param {readonly string[]} cells */
  const row = (cells) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [row(head), row(widths.map((width) => '-'.repeat(width))), ...lines.map(row)].join('\n');
}
