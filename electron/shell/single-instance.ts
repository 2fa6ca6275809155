import { existsSync, mkdtempSync, readlinkSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';

type SingleInstanceParts = {
  /** The profile folder, in which Chromium keeps its lock. */
  readonly folder: string;
  /** Asks for the lock; one that another instance has is told to come forward. */
  readonly requestLock: () => boolean;
  /** Whether a process of this number runs. */
  readonly isAlive?: (pid: number) => boolean;
  /** @throws where nothing can be written into the folder. */
  readonly checkWritable?: (folder: string) => void;
};

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs, but is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Tried out: what a folder says of itself does not tell of a full disk, nor on Windows of a folder that is refused. */
function writeInto(folder: string): void {
  rmdirSync(mkdtempSync(join(folder, 'check-')));
}

/** Whether somebody has the lock: a link to "host-pid" on Linux and macOS, a file that lives as long on Windows. */
function isHeld(folder: string, isAlive: (pid: number) => boolean): boolean {
  if (existsSync(join(folder, 'lockfile'))) return true;
  try {
    const holder = readlinkSync(join(folder, 'SingletonLock'));
    return isAlive(Number(holder.slice(holder.lastIndexOf('-') + 1)));
  } catch {
    return false;
  }
}

/**
 * Whether this is to be the one instance of the profile. Chromium refuses its lock in the same way where another
 * instance has it and where the folder takes no file: then there is no lock to be had, and the program starts.
 */
export function mayStart({
  folder,
  requestLock,
  isAlive = runs,
  checkWritable = writeInto,
}: SingleInstanceParts): boolean {
  if (requestLock()) return true;
  if (isHeld(folder, isAlive)) return false;
  try {
    checkWritable(folder);
    return false;
  } catch {
    return true;
  }
}
