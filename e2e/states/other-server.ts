import { startKeyApi } from '../../electron/demo/server.ts';
import { type FaultServer, startFaultServer } from '../support/fault-server.ts';

/** A server of another project. */
export type OtherServer = FaultServer & {
  readonly name: string;
  readonly token: string;
  /** Where nothing goes wrong. */
  readonly origin: string;
};

/** So many keys each of them has. */
export const OTHER_KEYS = 7;

/** @param name what its connection is called. */
export async function startOther(name: string): Promise<OtherServer> {
  const api = await startKeyApi({ keys: OTHER_KEYS });
  const faults = await startFaultServer({ api: api.fetch });
  const close = async () => {
    await faults.close();
    await api.close();
  };
  return { ...faults, name, token: api.tokens.admin, origin: api.url, close };
}
