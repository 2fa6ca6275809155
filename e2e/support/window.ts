import type { Bridge } from '../../shared/contract.ts';

declare global {
  interface Window {
    /** The bridge of the preload, for what a test asks of main past the page. */
    readonly keydesk: Bridge;
  }
}
