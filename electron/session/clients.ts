import type { AppError } from '../../shared/app-error.ts';
import type { KeyApiAddress } from '../key-api/address.ts';
import { createKeyApiClient, type KeyApiClient } from '../key-api/client.ts';
import type { Requests } from '../key-api/requests.ts';
import { createTransport, type KeyApiNetwork } from '../key-api/transport.ts';
import type { DemoProject } from './session-hold.ts';

/** The demo's requests never leave the process; a name that cannot exist (RFC 6761) keeps it so by mistake too. */
export const DEMO_ADDRESS = 'https://demo.invalid';

export type ClientFactory = {
  readonly clientFor: (address: KeyApiAddress, token: string) => KeyApiClient;
  readonly openDemoProject: () => Promise<DemoProject>;
};

const RULED_OUT: AppError = { kind: 'ruled-out', what: 'address' };

type ClientFactoryParts = {
  readonly network: KeyApiNetwork;
  readonly requests: Requests;
  /** Whether the policy of this computer lets the address be asked. */
  readonly mayAsk: (base: string) => boolean;
  /** Where the demo keeps its server's state. */
  readonly demoFolder: string;
};

/** Makes clients of the key API: of a server over the network, of the demo in process. */
export function createClientFactory(parts: ClientFactoryParts): ClientFactory {
  const { network, requests, mayAsk, demoFolder } = parts;
  return {
    clientFor({ base }, token) {
      const refusal = mayAsk(base) ? null : RULED_OUT;
      return createKeyApiClient(createTransport({ base, token, network, requests, refusal }));
    },

    async openDemoProject() {
      // Loaded only when it is opened: nobody who works on a real project pays for the demo.
      const { openDemo } = await import('../demo/demo.ts');
      const demo = await openDemo({ folder: demoFolder, now: () => Date.now() });
      const inProcess: KeyApiNetwork = {
        fetchRead: demo.fetch,
        fetchMutation: demo.fetch,
        closeMutationConnections: async () => undefined,
      };
      const clientWith = (token: string) =>
        createKeyApiClient(createTransport({ base: DEMO_ADDRESS, token, network: inProcess, requests }));
      return { client: clientWith(demo.adminToken), clientWith, reset: () => demo.reset() };
    },
  };
}
