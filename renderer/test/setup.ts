import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
// A wait ends when what it is for is there; a busy machine takes its time.
configure({ asyncUtilTimeout: 10_000 });

// The DOM of the tests has no layout; these only have to be there.
window.HTMLElement.prototype.scrollIntoView = () => {};
window.HTMLElement.prototype.scrollTo = () => {};

afterEach(cleanup);

// A windowed list asks how much room there is.
Object.defineProperties(window.HTMLElement.prototype, {
  clientWidth: { configurable: true, get: () => 1000 },
  clientHeight: { configurable: true, get: () => 600 },
});

// The simulated page knows no idle time: nothing is loaded ahead.
globalThis.requestIdleCallback ??= () => 0;
globalThis.cancelIdleCallback ??= () => undefined;
