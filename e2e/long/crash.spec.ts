import { setTimeout as wait } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { signIn } from '../support/app.ts';
import { attemptProblems, attemptsIn, copyProblem, leftovers } from '../support/crash-checks.ts';
import { silentUntil, tellListsApart } from '../support/crash-server.ts';
import { wholeCopy, workUntilKilled } from '../support/crash-work.ts';
import { startFaultServer } from '../support/fault-server.ts';
import { test } from '../support/keyring-app.ts';
import { askAs } from '../support/keys.ts';
import type { Keydesk } from '../support/launch.ts';
import { filesWith } from '../support/leak-search.ts';
import { createRandom } from '../support/random.ts';
import { say, scale } from '../support/scale.ts';
import { openLedger } from '../support/soak-ledger.ts';
import { look } from '../support/soak-window.ts';

/* Killed at any moment of saving and of creating, the program starts as ever, with what was whole. */

const KEYS = 900;
/** So long it works at most before it is killed. */
const LONGEST_WORK_MS = 700;
const USUAL_STARTS = 5;
/** How long starts take is judged by the middle one: one alone may come while the machine does something else. */
const LONGEST_START_MS = 30_000;
/** A start after a kill is as long as usual where the middle one takes no longer than this many usual ones. */
const GENEROUS = 1.5;

test.use({ keyApi: { keys: KEYS } });

test(`fault 34: killed ${scale.kills} times`, async ({ start, profile, api }) => {
  say(`the kills, KEYDESK_SEED=${scale.seed}`);
  test.setTimeout(60_000 + scale.kills * 20_000);
  const random = createRandom(scale.seed);
  const ledger = await openLedger({ api, posts: () => faults.requestsOf('create').length });
  const faults = await startFaultServer({ api: ledger.fetch });
  const { lists, telling } = tellListsApart(faults, random);

  /** Starts it while the server is silent: what is on screen then is the copy. */
  async function startOffline(): Promise<{ program: Keydesk; ms: number; answer: () => void }> {
    const silence = Promise.withResolvers<void>();
    for (const call of ['projects', 'me'] as const) {
      faults.rule({ call, time: 1, fault: silentUntil(silence.promise) });
    }
    faults.rule({ call: 'list', time: 1, fault: silentUntil(silence.promise, telling) });
    const begun = performance.now();
    const program = await start();
    await expect(rows(program.page).first()).toBeVisible({ timeout: LONGEST_START_MS });
    return { program, ms: performance.now() - begun, answer: silence.resolve };
  }

  const first = await start();
  await signIn(first.page, faults.url, api.tokens.admin);
  await expect(first.page.getByText(`${KEYS} keys`, { exact: true })).toBeVisible();
  await first.close();

  const usual: number[] = [];
  let now = await startOffline();
  for (let count = 1; count < USUAL_STARTS; count += 1) {
    usual.push(now.ms);
    now.answer();
    await now.program.close();
    now = await startOffline();
  }
  usual.push(now.ms);
  now.answer();

  const after: number[] = [];
  let withLeftovers = 0;
  let withAttempts = 0;
  for (let round = 1; round <= scale.kills; round += 1) {
    await expect(now.program.page.getByText(/^Updated/)).toBeVisible();
    const madeBefore = ledger.made.length;
    const asked = await workUntilKilled(now.program.page, round);
    await wait(random.below(LONGEST_WORK_MS));
    await now.program.kill();
    if ((await leftovers(profile)).length > 0) withLeftovers += 1;

    now = await startOffline();
    const { page } = now.program;
    after.push(now.ms);
    const made = ledger.made.slice(madeBefore).map(({ key }) => key);
    const told = attemptsIn((await look(page)).notices);
    if (told.length > 0) withAttempts += 1;
    const copy = await wholeCopy(page);
    const about = `round ${round} of seed ${scale.seed}: ${JSON.stringify({ asked, told })}`;
    expect(
      attemptProblems(
        told,
        asked,
        made.map(({ name }) => name),
      ),
      about,
    ).toEqual([]);
    expect(copyProblem(copy, lists), about).toBeNull();
    expect(await leftovers(profile), about).toEqual([]);
    const ids = copy.slice(0, 5).map(({ id }) => id ?? '?');
    expect(await filesWith(profile, [api.tokens.admin, 'Crash_', 'List_', ...ids]), about).toEqual([]);

    for (const { id } of made) await askAs(api.url, api.tokens.admin, 'DELETE', `/v1/api_key/${id}`);
    await page.evaluate(async () => {
      for (const { id } of await window.keydesk.getAttempts()) await window.keydesk.dismissAttempt({ id });
    });
    now.answer();
    await refresh(page);
  }
  await faults.close();
  const words = `usual ${figures(usual)}; after a kill ${figures(after)}; ${withLeftovers} kills left a temporary file, ${withAttempts} an open attempt; ${lists.size} lists, ${ledger.made.length} keys made`;
  say(words);
  expect(median(after)).toBeLessThan(median(usual) * GENEROUS);
});

function rows(page: Page) {
  return page.getByRole('row').filter({ has: page.getByRole('button', { name: /^Actions for List_/ }) });
}

/** The test's own reading of the list has ended the window's. */
async function refresh(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^(Refresh|Retry)$/ })
    .first()
    .click();
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
}

/** "least / middle / most", in milliseconds. */
function figures(times: readonly number[]): string {
  return `${[Math.min(...times), median(times), Math.max(...times)].map(Math.round).join(' / ')} ms`;
}
