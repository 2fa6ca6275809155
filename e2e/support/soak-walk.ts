import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { FaultServer } from './fault-server.ts';
import type { Keydesk } from './launch.ts';
import { createRandom, type Random } from './random.ts';
import { complaints, inTime, listProblem } from './soak-checks.ts';
import { type DrawnFault, drawFault } from './soak-faults.ts';
import type { Action } from './soak-hand.ts';
import type { Ledger } from './soak-ledger.ts';
import { createTold } from './soak-told.ts';
import { createUser } from './soak-user.ts';
import { createWeather } from './soak-weather.ts';
import { allRows, isChanging, look, type Seen } from './soak-window.ts';

export type WalkParts = {
  readonly seed: number;
  readonly faults: FaultServer;
  readonly ledger: Ledger;
  readonly token: string;
  /** The program, signed in. */
  readonly program: Keydesk;
  readonly restart: () => Promise<Keydesk>;
};

/** How long the window may be at something before the line is cut for it, and in all. */
const PATIENCE_MS = { hanging: 350, usual: 6_000, most: 20_000 };

/** So long after a press the program is killed, at most. */
const LATEST_KILL_MS = 200;

/** What does not lead back to the table. */
const NOT_AWAY = /Save|again$|Keep editing|: Go back$/;

/** How often all becomes well again. */
const RECOVERY_EVERY = 20;

/** How many keys there may be: a list that is read quickly. */
const KEYS = { least: 8, most: 30 };

/** What a walk came to. */
export type WalkReport = { readonly actions: number; readonly missed: number; readonly restarts: number };

/** A random walk of a person through the window, while things go wrong by chance. */
export function createWalk(parts: WalkParts) {
  const { seed, faults, ledger, token } = parts;
  const told = createTold(faults, ledger);
  let program = parts.program;
  const page = (): Page => program.page;
  const actionsIn = createUser({ page, url: faults.url, token, ledger, told });
  const begun = performance.now();
  const trace: string[] = [];
  const note = (words: string) =>
    trace.push(`${((performance.now() - begun) / 1000).toFixed(1).padStart(6)}  ${words}`);
  const weather = createWeather(faults);
  /** Of its own: how long something takes must not change what is drawn after it. */
  const whims = createRandom(seed);
  const report = { actions: 0, missed: 0, restarts: 0 };

  /** Gives up what does not end: by the window's own Cancel where it has one, else the line breaks. */
  async function giveUp(seen: Seen): Promise<void> {
    const cancel = page().getByRole('button', { name: 'Cancel', exact: true }).last();
    const isOffered = [seen, ...seen.dialogs].some(({ buttons }) => buttons.includes('Cancel'));
    if (isOffered && whims.chance(0.6)) {
      note('    Cancel');
      await cancel.click({ timeout: 1_000 }).catch(() => undefined);
    } else {
      note('    the line breaks');
      await weather.breakTheLine();
    }
  }

  /** Looks until nothing is under way any more. */
  async function settled(): Promise<Seen> {
    const first = performance.now();
    let since = first;
    for (;;) {
      const seen = await inTime('the page', look(page()));
      told.see(seen);
      const now = performance.now();
      if (!seen.isBusy && !isChanging(seen)) return seen;
      if (now - first > PATIENCE_MS.most) throw new Error(`Still busy: ${JSON.stringify(seen)}`);
      if (now - since > (weather.isHanging() ? PATIENCE_MS.hanging : PATIENCE_MS.usual)) {
        await giveUp(seen);
        since = now;
      }
      await wait(20);
    }
  }

  /** What the fault is about comes up more often. */
  function choose(seen: Seen, fault: DrawnFault | null, random: Random): Action | null {
    const about = fault?.kind === 'rule' ? fault.rule.call : null;
    return random.weighted(
      actionsIn(seen).map((action) => [action.weight * (about && action.call === about ? 5 : 1), action]),
    );
  }

  async function act(action: Action, random: Random): Promise<void> {
    report.actions += 1;
    note(`  ${action.label}`);
    await action.run(random).catch((error: unknown) => {
      // The window has moved on by itself since it was looked at.
      report.missed += 1;
      note(`    missed: ${String(error).split('\n')[0]}`);
    });
  }

  /** Does the next thing while the one before may still be under way. */
  async function hurry(fault: DrawnFault, random: Random): Promise<void> {
    const seen = await inTime('the page', look(page()));
    told.see(seen);
    const action = isChanging(seen) ? null : choose(seen, fault, random);
    if (action) await act(action, random);
  }

  async function restart(): Promise<void> {
    await program.kill();
    report.restarts += 1;
    // What was on its way may have been sent, but nothing more will be.
    told.allow({ creates: 0 });
    program = await parts.restart();
  }

  async function strike(fault: DrawnFault, random: Random): Promise<void> {
    if (fault.kind !== 'kill') return weather.strike(fault);
    const action = choose(await settled(), null, random);
    if (action) await act(action, random);
    await wait(random.below(LATEST_KILL_MS));
    return restart();
  }

  /** Somebody else creates and deletes keys as well. */
  async function elsewhere(random: Random): Promise<void> {
    const keys = await ledger.now();
    const victim = keys[random.below(keys.length)];
    if (victim && (keys.length > KEYS.most || (keys.length > KEYS.least && random.chance(0.5)))) {
      note(`  somebody else deletes ${victim.name}`);
      await ledger.fetchElsewhere('DELETE', `/v1/api_key/${victim.id}`);
    } else {
      note('  somebody else creates a key');
      await ledger.fetchElsewhere('POST', '/v1/api_key/', {
        name: `Elsewhere_${keys.length}`,
        restricted: false,
      });
    }
  }

  async function verify(): Promise<void> {
    const wrong = await complaints(page(), ledger, told);
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
  }

  /** One fault, and a few actions under it. */
  async function step(number: number): Promise<void> {
    const random = createRandom(seed, number);
    if (random.chance(0.75)) await weather.heal();
    if (random.chance(0.12)) await elsewhere(random);
    const fault = drawFault(random);
    note(`${number}. ${fault.label}`);
    await strike(fault, random);
    for (let left = 1 + random.below(3); left > 0; left -= 1) {
      const seen = await settled();
      const action = choose(seen, fault, random);
      if (!action) throw new Error(`There is nothing to be done: ${JSON.stringify(seen)}`);
      await act(action, random);
      if (random.chance(0.3)) await hurry(fault, random);
      await settled();
      await verify();
    }
  }

  /** Closes whatever is open, until the table alone is there, of somebody who is signed in. */
  async function goHome(random: Random): Promise<void> {
    for (let tries = 0; tries < 30; tries += 1) {
      const seen = await settled();
      const isAlone = seen.dialogs.length === 0 && !seen.buttons.includes('Sign in');
      if (seen.heading === 'API Keys' && isAlone) return;
      const actions = actionsIn(seen);
      const signIn = actions.filter(({ label }) => /^sign in/i.test(label) && !/Not now$/.test(label));
      const away = actions.filter(({ label }) => !NOT_AWAY.test(label));
      const best = [signIn, away, actions].find(({ length }) => length > 0) ?? [];
      const action = random.weighted(best.map((each) => [1, each]));
      if (action) await act(action, random);
    }
    throw new Error('There is no way back to the table');
  }

  async function readAgain(): Promise<Seen> {
    const name = (await settled()).buttons.includes('Retry') ? 'Retry' : 'Refresh';
    note(`  ${name}`);
    await page().getByRole('button', { name, exact: true }).click();
    return settled();
  }

  /** All is well again: one Retry makes the list equal to the server's. */
  async function recover(random: Random): Promise<void> {
    await weather.heal();
    note('  all is well again');
    await goHome(random);
    await page().getByRole('searchbox', { name: 'Search by name' }).fill('');
    let seen = await readAgain();
    // A token that an earlier fault has refused is not sent again by itself: now it says so.
    if (seen.buttons.includes('Sign in')) {
      await goHome(random);
      seen = await readAgain();
    }
    const problem = listProblem(await allRows(page()), await ledger.now(), seen);
    if (problem !== null) throw new Error(problem);
    await verify();
  }

  return {
    trace: (): string => trace.join('\n'),
    report: (): WalkReport => report,
    /** @throws at the first thing that is wrong. */
    async run(count: number): Promise<void> {
      for (let number = 1; number <= count; number += 1) {
        await step(number);
        if (number % RECOVERY_EVERY === 0 || number === count) await recover(createRandom(seed, -number));
      }
    },
  };
}
