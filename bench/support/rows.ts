import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { askAs, type WireKey } from '../../e2e/support/keys.ts';
import { PROJECT_ROOT } from '../../e2e/support/launch.ts';
import { type ListedRow, listRow } from '../../renderer/keys/listed-row.ts';

export type KeyApi = { readonly url: string; readonly token: string; readonly stop: () => void };

/** The key API in a process of its own: it must not take the time of what is measured. */
export async function startApi(keys: number): Promise<KeyApi> {
  const cli = path.join(PROJECT_ROOT, 'electron', 'demo', 'cli.ts');
  const server = spawn(process.execPath, [cli, '--port', '0', '--keys', String(keys)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  const { url, tokens } = JSON.parse(line.toString()) as { url: string; tokens: { admin: string } };
  const stop = () => void server.kill();
  process.once('exit', stop);
  return { url, token: tokens.admin, stop };
}

function listed({ id, name, last_four_digits, created_date, restricted }: WireKey): ListedRow {
  const created = Date.parse(created_date);
  return listRow({
    kind: 'key',
    id,
    name,
    lastFour: last_four_digits,
    createdAt: Number.isNaN(created) ? null : created,
    creatorId: null,
    restricted,
    permissions: [],
  });
}

/** All rows of the API, in its order. */
export async function rowsOf({ url, token }: KeyApi): Promise<readonly ListedRow[]> {
  const rows: ListedRow[] = [];
  for (let after = ''; ; ) {
    const answer = await askAs(url, token, 'GET', `/v1/api_key/?limit=1000&order=desc${after}`);
    const { data, has_more } = (await answer.json()) as { data: readonly WireKey[]; has_more: boolean };
    rows.push(...data.map(listed));
    if (!has_more) return rows;
    after = `&after=${data.at(-1)?.id}`;
  }
}

/** The rows as the pages of the other ways read them. */
export function benchRows(rows: readonly ListedRow[]): string {
  return JSON.stringify(
    rows.map(({ id, row, folded, sortKey }) => ({
      id,
      name: row.name,
      lastFour: row.lastFour,
      createdAt: row.createdAt,
      restricted: row.kind === 'key' && row.restricted,
      folded,
      sortKey,
    })),
  );
}
