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

type ClientFactoryParts = {
  readonly network: KeyApiNetwork;
  readonly requests: Requests;
  /** Where the demo keeps its server's state. */
  readonly demoFolder: string;
};

/** Makes clients of the key API: of a server over the network, of the demo in process. */
export function createClientFactory({ network, requests, demoFolder }: ClientFactoryParts): ClientFactory {
  return {
    clientFor: (address, token) =>
      createKeyApiClient(createTransport({ base: address.base, token, network, requests })),

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
