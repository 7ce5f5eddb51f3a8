import { MantineProvider } from '@mantine/core';
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { SessionProvider, useSession } from '@/shared/session/session';

function OnceSignedIn({ children }: { children: ReactNode }) {
  return useSession().facts?.signedIn ? children : null;
}

/** As within the app: signed in, and with a router whose links lead nowhere. Without toasts, which outlive a test. */
export async function shown(children: ReactNode) {
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
  function App() {
    const [there] = useState(children);
    return (
      <MantineProvider env="test">
        <SessionProvider>
          <RouterContextProvider router={router as never}>
            <OnceSignedIn>
              <div data-testid="shown">{there}</div>
            </OnceSignedIn>
          </RouterContextProvider>
        </SessionProvider>
      </MantineProvider>
    );
  }
  render(<App />);
  await screen.findByTestId('shown');
  return userEvent.setup({ delay: null });
}

/** Types it in one go: sign by sign takes seconds, and shows no more. */
export function fill(field: HTMLElement, text: string): void {
  fireEvent.change(field, { target: { value: text } });
}
