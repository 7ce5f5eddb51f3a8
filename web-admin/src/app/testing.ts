import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);
// One second is not enough for what is found on a slow machine.
configure({ asyncUtilTimeout: 60_000 });

/** What Mantine asks of a browser and happy-dom does not have. */
window.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener: () => {},
  removeEventListener: () => {},
  addListener: () => {},
  removeListener: () => {},
  dispatchEvent: () => false,
})) as typeof window.matchMedia;

class Quiet {
  observe() {}
  unobserve() {}
  disconnect() {}
}
window.ResizeObserver ??= Quiet as unknown as typeof ResizeObserver;

/** Letters are always there. */
if (!document.fonts) {
  Object.defineProperty(document, 'fonts', { value: { addEventListener: () => {}, removeEventListener: () => {} } });
}
