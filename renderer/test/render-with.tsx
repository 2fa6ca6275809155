import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { BridgeContext } from '../bridge.ts';
import { theme } from '../theme.ts';
import { createFakeBridge, type FakeBridge } from './fake-bridge.ts';

/** Renders as the page does: with the theme (transitions and portals off) and a bridge. */
export function renderWith(ui: ReactElement, bridge: FakeBridge = createFakeBridge()) {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <MantineProvider env="test" theme={theme}>
      <BridgeContext value={bridge}>{children}</BridgeContext>
    </MantineProvider>
  );
  return { ...render(ui, { wrapper }), bridge };
}
