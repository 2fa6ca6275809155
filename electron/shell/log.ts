import type { Channel } from '../../shared/contract.ts';
import type { LockState } from '../../shared/lock-state.ts';
import type { Policy } from '../../shared/policy.ts';
import type { SessionState } from '../../shared/session-state.ts';
import type { Versions } from '../../shared/versions.ts';
import type { RequestRecord } from '../key-api/requests.ts';

/** All that a log line may say. There is no free text, so no token, no key and no address can get into it. */
export type LogEntry =
  | { readonly event: 'start'; readonly versions: Versions; readonly policy: Policy['kind'] }
  | { readonly event: 'session'; readonly state: SessionState['kind'] }
  | { readonly event: 'lock'; readonly state: LockState['kind'] }
  | { readonly event: 'request'; readonly request: RequestRecord }
  | { readonly event: 'call-refused'; readonly channel: Channel; readonly count: number }
  | { readonly event: 'fault'; readonly where: FaultPlace; readonly error: string; readonly at: string }
  | { readonly event: 'page-gone'; readonly reason: string };

type FaultPlace = Channel | 'start' | 'uncaught' | 'unhandled';

export type WriteLog = (entry: LogEntry) => void;

/** Takes one line, without its end. */
export type LineSink = (line: string) => void;

type Fields = Readonly<Record<string, string | number | null>>;

/** A word of the system's, such as a version: whatever does not look like one is left out. */
function word(text: string): string {
  return /^[\w.+-]{1,32}$/.test(text) ? text : '?';
}

/** Each field by its name: what an entry may carry besides gets no further. */
function fieldsOf(entry: LogEntry): Fields {
  switch (entry.event) {
    case 'start': {
      const { keydesk, electron, chromium, platform, arch } = entry.versions;
      return {
        keydesk: word(keydesk),
        electron: word(electron),
        chromium: word(chromium),
        platform: word(platform),
        arch: word(arch),
        policy: entry.policy,
      };
    }
    case 'session':
    case 'lock':
      return { state: entry.state };
    case 'request': {
      const { number, method, route, status, attempts, outcome, ms } = entry.request;
      return { number, method, route, status, attempts, outcome, ms };
    }
    case 'call-refused':
      return { channel: entry.channel, count: entry.count };
    case 'fault':
      return { where: entry.where, error: word(entry.error), at: entry.at };
    case 'page-gone':
      return { reason: word(entry.reason) };
  }
}

/** One line of JSON. @param now milliseconds since the epoch. */
export function formatEntry(entry: LogEntry, now: number): string {
  return JSON.stringify({ time: new Date(now).toISOString(), event: entry.event, ...fieldsOf(entry) });
}

/** Writes entries to every sink. What cannot be logged never gets in the way of what it is about. */
export function createLog(sinks: readonly LineSink[], clock: () => number = Date.now): WriteLog {
  return (entry) => {
    const line = formatEntry(entry, clock());
    for (const sink of sinks) {
      try {
        sink(line);
      } catch {
        // The other sinks have it.
      }
    }
  };
}

/** The terminal that the program was started from. Where it is closed, the lines go nowhere. */
export function createErrorStream(stream: NodeJS.WriteStream): LineSink {
  stream.on('error', () => undefined);
  return (line) => void stream.write(`${line}\n`);
}

/** A frame of a stack: a function and its place; the folder of the program is nobody's business. */
const FRAME = /^ {4}at (?:([\w.$<> ]+) \()?.*?([\w.-]+:\d+:\d+)\)?$/;
const MOST_FRAMES = 5;

/** The frames after the message, which may have lines of its own that look like some. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const told = stack.indexOf(message);
  if (told === -1) return [];
  const lines = stack.slice(told + message.length).split('\n');
  return lines.flatMap((line) => {
    const [, name = '', place] = FRAME.exec(line) ?? [];
    return place === undefined ? [] : [`${name} ${place}`.trim()];
  });
}

/** Where a fault happened, without its message: a message may quote what a person typed. */
export function faultEntry(where: FaultPlace, fault: unknown): LogEntry {
  const error = fault instanceof Error ? fault : new Error();
  return { event: 'fault', where, error: error.name, at: framesOf(error).slice(0, MOST_FRAMES).join(' < ') };
}

/** Counts the calls that were refused. */
export function createRefusalLog(write: WriteLog): (channel: Channel) => void {
  let count = 0;
  return (channel) => {
    count += 1;
    write({ event: 'call-refused', channel, count });
  };
}

/**
 * A fault that nobody awaits goes to the log. Without this Electron shows a box with its stack, for instance when a
 * server answers with a status that cannot be (Electron 33.2.1, `net`).
 */
export function catchFaults(write: WriteLog): void {
  process.on('uncaughtException', (fault) => write(faultEntry('uncaught', fault)));
  process.on('unhandledRejection', (fault) => write(faultEntry('unhandled', fault)));
}
