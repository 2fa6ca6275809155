/** A proxy that asks for a login of its own. */
export type Proxy = { readonly host: string; readonly port: number };

export type ProxyLogin = { readonly username: string; readonly password: string };

export type ProxyLogins = {
  /** The login for a proxy that asks, or null: then it is remembered as the one that asks. */
  loginFor(proxy: Proxy): ProxyLogin | null;
  /** The proxy did not take its login. */
  refused(proxy: Proxy): void;
  /** What the person gives, for the proxy that asked last. */
  set(login: ProxyLogin): void;
  /** No login is known any more, and no proxy waits for one. */
  forget(): void;
};

/** The logins of proxies, in memory only: none is ever written or sent to anybody but its proxy. */
export function createProxyLogins(): ProxyLogins {
  const logins = new Map<string, ProxyLogin>();
  let asking: string | null = null;
  const nameOf = ({ host, port }: Proxy): string => `${host}:${port}`;
  return {
    loginFor(proxy) {
      const login = logins.get(nameOf(proxy)) ?? null;
      if (!login) asking = nameOf(proxy);
      return login;
    },
    refused(proxy) {
      logins.delete(nameOf(proxy));
      asking = nameOf(proxy);
    },
    set(login) {
      if (asking) logins.set(asking, login);
    },
    forget() {
      logins.clear();
      asking = null;
    },
  };
}
