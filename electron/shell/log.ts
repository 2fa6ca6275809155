/** All that a log line may say. There is no free text, so no token and no key can get into it. */
export type LogEntry =
  | { readonly event: 'call-refused'; readonly channel: string; readonly count: number }
  | { readonly event: 'fault'; readonly where: string; readonly error: string; readonly at: string }
  | { readonly event: 'page-gone'; readonly reason: string };

type WriteLog = (entry: LogEntry) => void;

/** Where a fault happened, without its message: a message may quote what a person typed. */
export function faultEntry(where: string, fault: unknown): LogEntry {
  const error = fault instanceof Error ? fault : new Error();
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    event: 'fault',
    where,
    error: error.name,
    at: frames
      .slice(0, 5)
      .map((line) => line.trim())
      .join(' < '),
  };
}

/** Writes one line of JSON with its time. */
export function writeLog(entry: LogEntry): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
}

/** Counts the calls that were refused. */
export function createRefusalLog(write: WriteLog): (channel: string) => void {
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
