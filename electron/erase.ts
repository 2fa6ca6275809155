import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type AppError, fail, ok, type Result } from '../shared/app-error.ts';
import type { createKept } from './kept.ts';
import type { ClipboardKeeper } from './keys/clipboard-keeper.ts';
import type { Links } from './links/links.ts';
import type { ProgramNetwork } from './program-parts.ts';
import { DEMO_FINGERPRINT } from './session/connection.ts';
import type { Departure } from './session/departure.ts';
import type { Lock } from './session/lock.ts';
import type { Notices } from './session/notices.ts';
import type { ProxyLogins } from './session/proxy-logins.ts';
import type { Settings } from './settings/settings-keeper.ts';

/** All that Keydesk itself writes into the profile but its log; each also with an ending (`.bad`, `.….tmp`). */
const OURS = [
  'connections.json',
  'pass-phrase.json',
  'attempts.json',
  'settings.json',
  'settings.last-good.json',
  'offline',
  'facts',
  'history',
  'activity',
  'demo',
] as const;

/**
 * Deletes what Keydesk has written into its profile. What else lies there stays: the log, Chromium's own files (the
 * lock of the one instance among them), and whatever a person keeps in a folder that they have named as the profile.
 * @throws the file system's error.
 */
export async function emptyProfile(profile: string): Promise<void> {
  const isOurs = (name: string): boolean => OURS.some((each) => name === each || name.startsWith(`${each}.`));
  const names = (await readdir(profile)).filter(isOurs);
  await Promise.all(names.map((name) => rm(join(profile, name), { recursive: true, force: true })));
}

export type EraseParts = {
  readonly profile: string;
  readonly kept: ReturnType<typeof createKept>;
  readonly departure: Departure;
  readonly settings: Pick<Settings, 'forget'>;
  readonly lock: Lock;
  readonly links: Links;
  readonly notices: Notices;
  readonly clipboard: ClipboardKeeper;
  readonly proxyLogins: Pick<ProxyLogins, 'forget'>;
  readonly network: Pick<ProgramNetwork, 'forgetLogins'>;
  /** Why nothing may be erased now; null where it may. */
  readonly whyNot: () => AppError | null;
  /** Nothing is kept any more: the window is to be as at first. */
  readonly onErased: () => void;
};

/** "Erase all data on this computer": each part forgets what it holds, then its files go, then the window begins anew. */
export function createErase(parts: EraseParts): () => Promise<Result<void>> {
  const { profile, kept, departure, settings, lock, links, notices, clipboard, whyNot } = parts;
  const { connections, activity, histories, facts } = kept;

  /** The tokens first: what comes after may fail. */
  async function leaveAll(): Promise<Result<unknown>> {
    const left = await departure.signOutOfAll();
    if (!left.ok) return left;
    for (const { id } of connections.list()) {
      const removed = await departure.remove(id);
      if (!removed.ok) return removed;
    }
    return ok(undefined);
  }

  async function forgetRest(): Promise<void> {
    await activity.forget(DEMO_FINGERPRINT);
    await histories.forget(DEMO_FINGERPRINT);
    facts.forgetDemo();
    await clipboard.clear();
    parts.proxyLogins.forget();
    await parts.network.forgetLogins();
    connections.forgetServers();
    links.close();
    for (const { kind } of notices.list()) notices.withdraw(kind);
    await kept.unwritten();
    settings.forget();
    await lock.reset();
    await emptyProfile(profile);
  }

  return async () => {
    const hindrance = whyNot();
    if (hindrance) return fail(hindrance);
    await connections.ready();
    const left = await leaveAll();
    if (!left.ok) return left;
    try {
      await forgetRest();
    } catch {
      return fail({ kind: 'not-saved' });
    }
    parts.onErased();
    return ok(undefined);
  };
}
