import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

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
