import { type ReactNode, useState } from 'react';
import { ProxyLoginContext } from './proxy-login-context.ts';
import { ProxyLoginDialog } from './proxy-login-dialog.tsx';

/** Holds the dialog for all that may meet a proxy. Of a login it remembers only that there was one. */
export function ProxyLoginProvider({ children }: { readonly children: ReactNode }) {
  const [given, setGiven] = useState(false);
  const [asked, setAsked] = useState<{ readonly onGiven: () => void } | null>(null);

  const accept = () => {
    setGiven(true);
    setAsked(null);
    asked?.onGiven();
  };

  return (
    <ProxyLoginContext value={{ given, asking: asked !== null, ask: (onGiven) => setAsked({ onGiven }) }}>
      {children}
      <ProxyLoginDialog opened={asked !== null} onClose={() => setAsked(null)} onGiven={accept} />
    </ProxyLoginContext>
  );
}
