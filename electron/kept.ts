import { join } from 'node:path';
import type { z } from 'zod';
import type { Policy } from '../shared/policy.ts';
import { activityRecord, createActivityLog } from './activity/activity-log.ts';
import { createFactsFiles } from './facts/facts-file.ts';
import { createLocalFacts } from './facts/local-facts.ts';
import { createKeyHistories, historyRecord } from './history/key-histories.ts';
import { createAttemptSeal } from './keys/attempt-seal.ts';
import { createAttemptStore } from './keys/attempt-store.ts';
import { createAttempts } from './keys/attempts.ts';
import { createKeyList } from './keys/key-list.ts';
import { createOfflineCopies } from './keys/offline-copy.ts';
import { ruledCopies } from './policy/ruled-copies.ts';
import type { Send } from './program-parts.ts';
import { createRecordFile } from './records/record-file.ts';
import type { Cipher } from './session/cipher.ts';
import { DEMO_ID } from './session/connection.ts';
import { createConnectionStore } from './session/connection-store.ts';
import { createConnections } from './session/connections.ts';
import type { Belonging } from './session/departure.ts';
import type { Notices } from './session/notices.ts';
import { createPlaceKeeper } from './session/place-keeper.ts';
import { removeLeftoversIn } from './session/safe-file.ts';
import { createTokenVault } from './session/token-vault.ts';

export type KeptParts = {
  /** The profile folder. */
  readonly profile: string;
  readonly cipher: Cipher;
  readonly policy: Policy;
  readonly notices: Notices;
  readonly tell: Send;
  /** The fingerprint of the connection that is signed in; null where nobody is. */
  readonly connection: () => string | null;
  /** The list of connections has changed. */
  readonly onConnections: () => void;
};

/** All that is kept of the connections, in the profile and in memory, and how it goes again. */
export function createKept({ profile, cipher, policy, notices, tell, connection, onConnections }: KeptParts) {
  const { raise, withdraw } = notices;
  /** A record of each connection, in a folder of its own. */
  const recordsIn =
    <T>(folder: string, schema: z.ZodType<T>) =>
    (owner: string) =>
      createRecordFile({
        file: join(profile, folder, `${owner}.sealed`),
        lastGood: null,
        format: `keydesk-${folder}`,
        owner,
        schema,
        cipher,
      });

  const connections = createConnections({
    store: createConnectionStore(join(profile, 'connections.json')),
    vault: createTokenVault(cipher),
    onChange(known) {
      tell('connectionsChanged', known);
      onConnections();
    },
  });
  const histories = createKeyHistories({ fileOf: recordsIn('history', historyRecord) });
  const list = createKeyList({
    watcher: histories,
    copies: ruledCopies(createOfflineCopies(join(profile, 'offline'), cipher), policy),
    raise,
    withdraw,
  });
  const attempts = createAttempts({
    store: createAttemptStore(join(profile, 'attempts.json')),
    seal: createAttemptSeal(cipher),
    connection,
    onChange: (open) => tell('attemptsChanged', open),
  });
  const facts = createLocalFacts({
    files: createFactsFiles(join(profile, 'facts'), cipher),
    connection,
    onChange: (state) => tell('localFactsChanged', state),
    raise,
  });
  const activity = createActivityLog({
    fileOf: recordsIn('activity', activityRecord),
    onRecorded: () => tell('activityChanged', null),
  });
  const places = createPlaceKeeper();

  const belongings: readonly Belonging[] = [
    { goesWith: 'sign-out', forget: ({ id }) => list.forget(id) },
    { goesWith: 'sign-out', forget: ({ fingerprint }) => attempts.forgetOf(fingerprint) },
    { goesWith: 'sign-out', forget: async ({ id }) => places.forget(id) },
    { goesWith: 'removal', forget: ({ fingerprint }) => facts.forget(fingerprint) },
    { goesWith: 'removal', forget: ({ fingerprint }) => histories.forget(fingerprint) },
    { goesWith: 'removal', forget: ({ fingerprint }) => activity.forget(fingerprint) },
  ];

  return {
    connections,
    histories,
    list,
    attempts,
    facts,
    activity,
    places,
    belongings,

    /** Some of what is kept is read late: what a kill has left of it is not to lie there until then. */
    async removeLeftovers(): Promise<void> {
      const folders = ['offline', 'facts', 'history', 'activity'];
      await Promise.all(folders.map((folder) => removeLeftoversIn(join(profile, folder))));
    },

    async forgetAll(): Promise<void> {
      await list.forgetAll();
      await attempts.forgetAll();
      for (const { id } of connections.list()) places.forget(id);
    },

    async forgetDemo(): Promise<void> {
      attempts.forgetDemo();
      places.forget(DEMO_ID);
    },

    /** What is still to be written; null where nothing is. */
    unwritten(): Promise<unknown> | null {
      const writing = [attempts, facts, activity, histories].flatMap((each) => each.unwritten() ?? []);
      return writing.length > 0 ? Promise.all(writing) : null;
    },
  };
}
