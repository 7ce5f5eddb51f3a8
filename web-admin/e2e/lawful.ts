import { type BrowserContext, test as base, expect } from '@playwright/test';

/**
 * Every test of the walk fails when a page tries what its content security policy forbids: in any frame, and in the
 * contexts that a test makes itself and hands in.
 */
export const test = base.extend<{ lawful: (context: BrowserContext) => Promise<void> }>({
  lawful: [
    async ({ context }, use) => {
      const breaches: string[] = [];
      const watch = async (watched: BrowserContext) => {
        await watched.exposeBinding('tellBreach', (_, told: string) => breaches.push(told));
        await watched.addInitScript(() => {
          document.addEventListener('securitypolicyviolation', (breach) => {
            const tell = (window as unknown as { tellBreach: (told: string) => void }).tellBreach;
            tell(`${breach.effectiveDirective} ${breach.blockedURI} in ${breach.documentURI} ${breach.sample}`);
          });
        });
        // A frame without scripts hears no event.
        watched.on('console', (message) => {
          if (message.text().includes('Content Security Policy')) breaches.push(message.text());
        });
      };
      await watch(context);
      await use(watch);
      expect(breaches, 'breaches of the content security policy').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
