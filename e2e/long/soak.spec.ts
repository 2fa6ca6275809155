import { expect } from '@playwright/test';
import { signIn } from '../support/app.ts';
import { startFaultServer } from '../support/fault-server.ts';
import { test } from '../support/keyring-app.ts';
import { say, scale } from '../support/scale.ts';
import { openLedger } from '../support/soak-ledger.ts';
import { createWalk } from '../support/soak-walk.ts';

/* Faults by chance, in a run, under a person who goes on working. KEYDESK_SEED=… plays a run once more. */

const PLAIN = { last_four_digits: '0000' } as const;

test.use({
  keyApi: {
    keys: 12,
    // Rows that can be told from each other by what the window says of them.
    prepare: (state) => ({
      ...state,
      keys: state.keys.map((key, place) => ({
        ...key,
        item: {
          ...PLAIN,
          ...key.item,
          name: `Seed_${place}_Staging`,
          last_four_digits: key.hash.slice(0, 4),
        },
      })),
    }),
  },
});

test(`${scale.faults} faults by chance`, async ({ start, api }, testInfo) => {
  say(`the soak, KEYDESK_SEED=${scale.seed}`);
  test.setTimeout(20_000 + scale.faults * 4_000);
  const ledger = await openLedger({ api, posts: () => faults.requestsOf('create').length });
  const faults = await startFaultServer({ api: ledger.fetch });
  const program = await start();
  await signIn(program.page, faults.url, api.tokens.admin);
  await expect(program.page.getByText('12 keys', { exact: true })).toBeVisible();

  const walk = createWalk({
    seed: scale.seed,
    faults,
    ledger,
    token: api.tokens.admin,
    program,
    restart: start,
  });
  const begun = performance.now();
  try {
    await walk.run(scale.faults);
  } catch (error) {
    await testInfo.attach('walk', { body: walk.trace(), contentType: 'text/plain' });
    throw new Error(`KEYDESK_SEED=${scale.seed}\n${walk.trace().split('\n').slice(-30).join('\n')}`, {
      cause: error,
    });
  }
  await faults.close();
  const { actions, missed, restarts } = walk.report();
  const seconds = Math.round((performance.now() - begun) / 1000);
  const words = `${scale.faults} faults, ${actions} actions (${missed} missed), ${restarts} restarts in ${seconds} s`;
  say(words);
  expect(missed).toBeLessThan(actions / 10);
});
