import { inTurns, ownTurn } from '../key-api/turns.ts';
import type { ListCopy } from './offline-copy.ts';

/**
 * A copy as JSON, put together in pieces so that main never stands still over a long list. Some rows share a line: that
 * is where it is taken apart again. To any other reader it is JSON like any.
 */
export async function copyToText({ rows, ...about }: ListCopy): Promise<Buffer> {
  const lines: Buffer[] = [Buffer.from(`${JSON.stringify(about).slice(0, -1)},"rows":[`)];
  let comma = '';
  for await (const piece of inTurns(rows)) {
    lines.push(Buffer.from(`${comma}\n${JSON.stringify(piece).slice(1, -1)}`));
    comma = ',';
  }
  return Buffer.concat([...lines, Buffer.from('\n]}')]);
}

/** @throws where it is no copy. */
export async function copyOfText(text: string): Promise<ListCopy> {
  const [first = '', ...lines] = text.split('\n');
  // An earlier version wrote all of it on one line.
  if (lines.length === 0) return JSON.parse(first) as ListCopy;
  const rows: ListCopy['rows'][number][] = [];
  for (const [index, line] of lines.slice(0, -1).entries()) {
    if (index > 0) await ownTurn();
    rows.push(...(JSON.parse(`[${line.replace(/,$/, '')}]`) as ListCopy['rows']));
  }
  return { ...(JSON.parse(`${first}]}`) as ListCopy), rows };
}
