import { session as electronSession, net, type Session } from 'electron';
import type { ProgramNetwork } from '../program-parts.ts';
import type { ProxyLogins } from '../session/proxy-logins.ts';
import { createRequestFetch } from './request-fetch.ts';

/**
 * Chromium's network stack, so that the system's proxy and trusted certificates count. Two sessions that live in
 * memory only: Chromium repeats a request, POST included, when a kept-alive connection dies under it, so calls
 * that change something have connections of their own that are closed just before.
 */
export function electronNetwork(proxyLogins: ProxyLogins): ProgramNetwork {
  const reads = electronSession.fromPartition('key-api-reads', { cache: false });
  const mutations = electronSession.fromPartition('key-api-mutations', { cache: false });
  const both = [reads, mutations];
  for (const session of both) {
    // Nothing of the system, its version or the person's languages.
    session.setUserAgent('Keydesk', 'en');
    // Else Chromium fetches a dictionary from its maker's servers for each new session.
    session.setSpellCheckerEnabled(false);
    session.setSpellCheckerDictionaryDownloadURL('http://127.0.0.1:1/');
  }
  const fetchIn = (session: Session) =>
    createRequestFetch({ open: (options) => net.request({ ...options, session }), proxyLogins });
  return {
    fetchRead: fetchIn(reads),
    fetchMutation: fetchIn(mutations),
    closeMutationConnections: () => mutations.closeAllConnections(),
    async forgetLogins() {
      await Promise.all(both.map((session) => session.clearAuthCache()));
      // A line that a proxy has let through once is not asked again.
      await Promise.all(both.map((session) => session.closeAllConnections()));
    },
  };
}
