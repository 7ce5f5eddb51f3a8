import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { SessionProvider, useSession } from '@/shared/session/session';

function OnceKnown({ out, children }: { out: boolean; children: ReactNode }) {
  const { facts } = useSession();
  return facts && (out || facts.signedIn) ? children : null;
}

/** The one route that a page asks its parameters of, as the app calls it. */
function routesWith(at: string, children: ReactNode) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: () => null });
  const component = () => <div data-testid="shown">{children}</div>;
  const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Outlet });
  const inShell = at.startsWith('/shell');
  const path = at.replace(/^\/shell/, '') || '/';
  const page = createRoute({ getParentRoute: () => (inShell ? shell : root), path, component });
  return root.addChildren(inShell ? [shell.addChildren([page])] : [page]);
}

type Place = { route?: string; address?: string; out?: true };

/**
 * As within the app: signed in (or `out`, at its doors), and at a route; whatever else a link leads to is empty. Without toasts,
 * which outlive a test.
 */
export async function shown(children: ReactNode, place: Place = {}) {
  const { route = '/', address = route.replace(/^\/shell/, ''), out = false } = place;
  const router = createRouter({
    routeTree: routesWith(route, children),
    history: createMemoryHistory({ initialEntries: [address] }),
    defaultPendingMinMs: 0,
  });
  render(
    <MantineProvider env="test">
      <SessionProvider>
        <ModalsProvider>
          <OnceKnown out={out}>
            <RouterProvider router={router as never} />
          </OnceKnown>
        </ModalsProvider>
      </SessionProvider>
    </MantineProvider>,
  );
  await screen.findByTestId('shown');
  return Object.assign(userEvent.setup({ delay: null }), { place: () => router.state.location.href });
}

/** Types it in one go: sign by sign takes seconds, and shows no more. */
export function fill(field: HTMLElement, text: string): void {
  fireEvent.change(field, { target: { value: text } });
}
