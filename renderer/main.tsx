import './mantine-styles.ts';
import './page.css';
import './high-contrast.css';
import { MantineProvider } from '@mantine/core';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { BridgeContext, preloadBridge } from './bridge.ts';
import { FirstPicture } from './lock/first-picture.tsx';
import { systemColors } from './system-colors.ts';
import { cssVariables, theme } from './theme.ts';
import { allowPlainTextOnly } from './trusted-types.ts';

/** Asked for at once: while it comes, its first picture is painted, and main opens what was open last. */
const app = import('./app.tsx');
const App = lazy(async () => ({ default: (await app).App }));

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
        <Suspense fallback={<FirstPicture />}>
          <App />
        </Suspense>
      </BridgeContext>
    </MantineProvider>
  </StrictMode>,
);
