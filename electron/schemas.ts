import { z } from 'zod';
import { APP_ERROR_KINDS } from '../shared/app-error.ts';
import { LEFT_KEYS, MOST_AT_ONCE } from '../shared/deletion.ts';
import { EXPORT_FORMATS } from '../shared/key-export.ts';
import { NOTICE_KINDS } from '../shared/notice.ts';
import { LEVELS, RESOURCES } from '../shared/permissions.ts';
import { PRESET_NAME_LENGTH } from '../shared/presets.ts';
import { SECRET_FORMS } from '../shared/secret-use.ts';
import { PASS_PHRASE_LENGTH } from '../shared/security-state.ts';
import { VIEW_IDS } from '../shared/views.ts';
import { dismissal, keyNotes, rotatedKey } from './facts/facts-schema.ts';
import type { Schemas } from './ipc.ts';
import { DEMO_ID } from './session/connection.ts';
import { connectionSettings } from './session/connection-file.ts';
import { settingChange } from './settings/setting-schemas.ts';

const nothing = z.undefined() as unknown as z.ZodType<void>;
/** Any uuid shape, as the list accepts it: a row that is shown can be deleted. */
const id = z.guid();
/** The identity of a row, also of one whose id could not be read. */
const rowId = z.union([id, z.string().regex(/^unreadable-\d{1,9}$/)]);
/** Bounds against a page that went mad, far above what a person types or the API accepts. */
const text = (max: number) => z.string().max(max);

const rowIds = z.array(rowId).min(1).max(1_000_000).nullable();
const about = { connectionId: z.union([id, z.literal(DEMO_ID)]).exactOptional() };

const resourceId = z.enum(RESOURCES.map(({ id }) => id));

/** A copied key brings along what the server has put into it: as much as its answers may hold. */
const permissions = z.array(text(100_000)).max(100_000);

const newKey = z.strictObject({
  name: text(100_000),
  access: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('unrestricted') }),
    z.strictObject({ kind: z.literal('restricted'), permissions }),
  ]),
  expiresAt: z.number().min(-8.64e15).max(8.64e15).nullable().default(null),
  replaces: rotatedKey.nullable().default(null),
});

const levels = z.record(resourceId, z.enum(LEVELS));
const presetName = text(PRESET_NAME_LENGTH).trim().min(1);

const form = z.strictObject({
  name: text(100_000),
  restricted: z.boolean(),
  levels,
  carried: permissions,
  expiresAt: newKey.shape.expiresAt,
  replaces: newKey.shape.replaces,
});

const place = z.strictObject({
  view: z.enum(VIEW_IDS),
  query: text(100_000),
  sort: z.strictObject({
    column: z.enum(['name', 'project', 'created', 'permissions']),
    direction: z.enum(['ascending', 'descending']),
  }),
  open: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('nothing') }),
    z.strictObject({ kind: z.literal('details'), keyId: text(100) }),
    z.strictObject({ kind: z.literal('delete'), keyId: text(100) }),
    z.strictObject({ kind: z.literal('replace'), keyId: text(100) }),
    z.strictObject({ kind: z.literal('create'), form }),
  ]),
});

/** What each channel accepts; anything else is refused. */
export const schemas: Schemas = {
  getSession: nothing,
  connect: z.strictObject({ address: text(2_000), token: text(20_000) }),
  chooseProject: z.strictObject({ projectId: id }),
  signInAgain: z.strictObject({ connectionId: id, token: text(20_000) }),
  getConnections: nothing,
  openConnection: z.strictObject({ connectionId: id }),
  changeConnection: z.strictObject({ connectionId: id, settings: connectionSettings }),
  signOutOfConnection: z.strictObject({ connectionId: id }),
  removeConnection: z.strictObject({ connectionId: id }),
  retryConnection: nothing,
  openDemo: nothing,
  resetDemo: nothing,
  signOut: nothing,
  checkKeyring: nothing,
  setProxyLogin: z.strictObject({ username: text(1_000), password: text(1_000) }),
  loadKeys: z.strictObject({ loadId: z.int().min(0), wantsCopy: z.boolean(), ...about }),
  loadProjects: z.strictObject({ loadId: z.int().min(0) }),
  createKey: newKey.extend(about),
  deleteKey: z.strictObject({ id, ...about }),
  deleteKeys: z
    .strictObject({ ids: z.array(id).min(1).max(MOST_AT_ONCE), count: z.int(), ...about })
    .refine(({ ids, count }) => ids.length === count),
  getDeletion: nothing,
  resumeDeletion: z.strictObject({ which: z.enum(LEFT_KEYS) }),
  dismissDeletion: nothing,
  cancel: z.strictObject({
    call: z.enum(['connect', 'loadKeys', 'loadProjects', 'createKey', 'deleteKey', 'deleteKeys']),
  }),
  exportKeys: z.strictObject({
    ids: rowIds,
    format: z.enum(EXPORT_FORMATS),
    projects: z
      .array(z.strictObject({ connectionId: id, ids: rowIds }))
      .min(1)
      .max(1_000)
      .exactOptional(),
  }),
  getActivity: nothing,
  exportActivity: z.strictObject({ format: z.enum(EXPORT_FORMATS) }),
  getChanges: nothing,
  getAttempts: nothing,
  dismissAttempt: z.strictObject({ id }),
  copyKeyId: z.strictObject({ id }),
  getLocalFacts: nothing,
  setKeyNotes: z.strictObject({ keyId: id, notes: keyNotes }),
  setDismissal: dismissal.omit({ at: true }).extend({ note: dismissal.shape.note.nullable(), ...about }),
  endRotation: z.strictObject({ oldId: id }),
  keyIsStored: z.strictObject({ keyId: id }),
  getOwnLastFour: nothing,
  signInWithNewKey: nothing,
  exportFacts: nothing,
  importFacts: nothing,
  exportFactsOf: z.strictObject({ connectionId: id }),
  keepPlace: place.extend(about),
  getPlace: nothing,
  getPendingSecret: nothing,
  revealSecret: nothing,
  copySecret: nothing,
  copySecretAs: z.strictObject({ form: z.enum(SECRET_FORMS) }),
  tryKey: nothing,
  discardSecret: nothing,
  leaveAnyway: nothing,
  getClipboard: nothing,
  clearClipboard: nothing,
  copyErrorDetails: z.strictObject({ kind: z.enum(APP_ERROR_KINDS), request: z.int().min(1).nullable() }),
  getVersions: nothing,
  getNotices: nothing,
  dismissNotice: z.strictObject({ kind: z.enum(NOTICE_KINDS) }),
  getLink: nothing,
  closeLink: nothing,
  getLock: nothing,
  lockNow: nothing,
  unlock: z.strictObject({ passPhrase: text(1_000) }),
  unlockByTouchId: nothing,
  setPassPhrase: z.strictObject({
    current: text(1_000).nullable(),
    passPhrase: text(1_000).min(PASS_PHRASE_LENGTH),
  }),
  getSettings: nothing,
  // Every setting may be left out, but not all of them: a Date or a Map has none either.
  changeSettings: settingChange.refine((changed) => Object.keys(changed).length > 0),
  resetSettings: nothing,
  eraseAll: nothing,
  getPolicy: nothing,
  getPresets: nothing,
  savePreset: z.strictObject({ name: presetName, levels }),
  deletePreset: z.strictObject({ presetName }),
};
