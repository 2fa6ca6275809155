import '@mantine/core/styles.css';
import './page.css';
import './high-contrast.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { BridgeContext, preloadBridge } from './bridge.ts';
import { systemColors } from './system-colors.ts';
import { cssVariables, theme } from './theme.ts';
import { allowPlainTextOnly } from './trusted-types.ts';

/** The nonce that lets the theme's own `<style>` through; the attribute reads as empty, the property does not. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

allowPlainTextOnly();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={systemColors}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <BridgeContext value={preloadBridge()}>
        <App />
      </BridgeContext>
    </MantineProvider>
  </StrictMode>,
);
