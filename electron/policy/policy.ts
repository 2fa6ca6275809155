import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { NO_POLICY, type Policy, type PolicyProblem, type PolicyRules } from '../../shared/policy.ts';
import { CLIPBOARD_SECONDS, LOCK_MINUTES } from '../../shared/security-state.ts';
import { baseOf, type PolicyFile, policyFile } from './policy-schema.ts';

/** What holds where a policy is there and cannot be followed. */
const STRICTEST: PolicyRules = {
  allowedAddresses: [],
  connections: [],
  clipboardSeconds: CLIPBOARD_SECONDS.least,
  lockMinutes: LOCK_MINUTES.least,
  offlineCopy: false,
  updates: false,
  demo: false,
};

const MOST_BYTES = 1024 * 1024;
const WRITABLE_BY_OTHERS = 0o022;

type PolicyParts = {
  readonly file: string;
  /** The number of the administrator; null where the system does not tell owners so (Windows). */
  readonly administrator: number | null;
};

function broken(problem: PolicyProblem): Policy {
  return { kind: 'broken', problem, rules: STRICTEST };
}

function rulesOf(file: PolicyFile): PolicyRules {
  const { rules } = NO_POLICY;
  return {
    allowedAddresses: file.allowedAddresses?.map(baseOf) ?? rules.allowedAddresses,
    connections: file.connections ?? rules.connections,
    clipboardSeconds: file.clipboardSeconds ?? rules.clipboardSeconds,
    lockMinutes: file.lockMinutes ?? rules.lockMinutes,
    offlineCopy: file.offlineCopy ?? rules.offlineCopy,
    updates: file.updates ?? rules.updates,
    demo: file.demo ?? rules.demo,
  };
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** The text of the file, and whether only an administrator may have written it. @throws the file system's error. */
function readGuarded({ file, administrator }: PolicyParts): { text: string; isGuarded: boolean } {
  const isAdministrators = ({ uid, mode }: Stats): boolean =>
    administrator === null || (uid === administrator && (mode & WRITABLE_BY_OTHERS) === 0);
  const isFolderGuarded = isAdministrators(lstatSync(dirname(file)));
  // A link would lead to a file of somebody else's, and a pipe has no end.
  const handle = openSync(
    file,
    constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
  );
  try {
    const about = fstatSync(handle);
    if (!about.isFile() || about.size > MOST_BYTES) throw new Error('Not a policy');
    return { text: readFileSync(handle, 'utf8'), isGuarded: isFolderGuarded && isAdministrators(about) };
  } finally {
    closeSync(handle);
  }
}

function parse(text: string): PolicyFile | null {
  try {
    // Editors on Windows like to begin a file with a mark of its encoding.
    const parsed = policyFile.safeParse(JSON.parse(text.replace(/^\uFEFF/, '')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Reads the policy of this computer. One that cannot be followed is as strict as can be. */
export function readPolicy(parts: PolicyParts): Policy {
  try {
    const { text, isGuarded } = readGuarded(parts);
    if (!isGuarded) return broken('not-protected');
    const file = parse(text);
    return file ? { kind: 'in-force', rules: rulesOf(file) } : broken('malformed');
  } catch (error) {
    return isMissing(error) ? NO_POLICY : broken('unreadable');
  }
}

/** Whether the key API at this address may be asked. */
export function mayAsk({ allowedAddresses }: PolicyRules, base: string): boolean {
  return allowedAddresses === null || allowedAddresses.includes(base);
}
