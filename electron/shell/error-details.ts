import type { AppErrorKind } from '../../shared/app-error.ts';
import type { Versions } from '../../shared/versions.ts';
import type { RequestRecord } from '../key-api/requests.ts';

/** Writes the support text of a failure. @param request the number of the request that failed, if one did. */
export type ErrorDetails = (kind: AppErrorKind, request: number | null) => string;

type ErrorDetailsParts = {
  readonly versions: Versions;
  /** One of the last requests; null where it is no longer remembered. */
  readonly find: (number: number) => RequestRecord | null;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
};

function requestLines({ number, method, route, status, attempts, ms }: RequestRecord): readonly string[] {
  return [
    `Request: ${number}`,
    `Call: ${method} ${route}`,
    `HTTP status: ${status ?? 'none'}`,
    `Attempts: ${attempts}`,
    `Duration: ${ms} ms`,
  ];
}

/**
 * Only what main remembers itself and what is the same for everybody goes into it: no token, no key, no address, no
 * text of a server.
 */
export function createErrorDetails({ versions, find, clock = Date.now }: ErrorDetailsParts): ErrorDetails {
  const { keydesk, electron, chromium, platform, arch } = versions;
  return (kind, request) => {
    const record = request === null ? null : find(request);
    return [
      `Time: ${new Date(record?.endedAt ?? clock()).toISOString()}`,
      `Error: ${kind}`,
      ...(record ? requestLines(record) : request === null ? [] : [`Request: ${request} (not remembered)`]),
      `Keydesk: ${keydesk}`,
      `Electron: ${electron}`,
      `Chromium: ${chromium}`,
      `System: ${platform} ${arch}`,
    ].join('\n');
  };
}
