import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { tryAddress } from '@/features/rules/trying/address';
import { PageShape } from './first-shape';
import { NotFound } from './not-found';
import { Shell } from './shell';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

type Note = 'reset' | 'confirmed' | 'accepted';
const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

function withToken(raw: Record<string, unknown>): { token?: string } {
  const token = text(raw.token);
  return token ? { token } : {};
}

const doors = [
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    validateSearch: (raw: Record<string, unknown>): { to?: string; note?: Note } => {
      const to = text(raw.to);
      const note = text(raw.note) as Note | undefined;
      return { ...(to ? { to } : {}), ...(note ? { note } : {}) };
    },
    component: lazyRouteComponent(() => import('@/features/session/sign-in'), 'SignIn'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-up',
    component: lazyRouteComponent(() => import('@/features/session/sign-up'), 'SignUp'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forgot-password',
    component: lazyRouteComponent(() => import('@/features/session/forgot-password'), 'ForgotPassword'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reset-password',
    validateSearch: withToken,
    component: lazyRouteComponent(() => import('@/features/session/reset-password'), 'ResetPassword'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/confirm-email',
    validateSearch: withToken,
    component: lazyRouteComponent(() => import('@/features/session/confirm-email'), 'ConfirmEmail'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/accept-invitation',
    validateSearch: withToken,
    component: lazyRouteComponent(() => import('@/features/session/accept-invitation'), 'AcceptInvitation'),
  }),
] as const;

const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });

const rooms = [
  createRoute({
    getParentRoute: () => shell,
    path: '/',
    component: lazyRouteComponent(() => import('@/features/home/home'), 'Home'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/returns',
    validateSearch: (raw: Record<string, unknown>): { q?: string; group?: string } => {
      const q = text(raw.q);
      const group = text(raw.group);
      return { ...(q ? { q } : {}), ...(group ? { group } : {}) };
    },
    component: lazyRouteComponent(() => import('@/features/returns/returns-list'), 'ReturnsList'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/returns/$returnId',
    component: lazyRouteComponent(() => import('@/features/returns/return-detail'), 'ReturnDetail'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/review',
    component: lazyRouteComponent(() => import('@/features/returns/review-queue'), 'ReviewQueue'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/receive',
    component: lazyRouteComponent(() => import('@/features/receive/scan'), 'Scan'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/receive/$receiptId',
    component: lazyRouteComponent(() => import('@/features/receive/receipt'), 'ReceiptPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/refunds',
    component: lazyRouteComponent(() => import('@/features/returns/refunds'), 'Refunds'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/tasks',
    component: lazyRouteComponent(() => import('@/features/returns/tasks'), 'Tasks'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/rules',
    component: lazyRouteComponent(() => import('@/features/rules/page/policy'), 'Policy'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/rules/try',
    validateSearch: tryAddress,
    component: lazyRouteComponent(() => import('@/features/rules/trying/try-page'), 'TryPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/rules/examples',
    component: lazyRouteComponent(() => import('@/features/rules/trying/examples-page'), 'ExamplesPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/rules/history',
    validateSearch: (raw: Record<string, unknown>): { test?: string } => {
      const test = text(raw.test);
      return test ? { test } : {};
    },
    component: lazyRouteComponent(() => import('@/features/rules/history/history-page'), 'HistoryPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/rules/guards',
    component: lazyRouteComponent(() => import('@/features/rules/guards/guards'), 'Guards'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/rules/facts',
    component: lazyRouteComponent(() => import('@/features/rules/facts/facts'), 'Facts'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/rules/versions/$number',
    component: lazyRouteComponent(() => import('@/features/rules/versions/version-page'), 'VersionPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/rules/shadow',
    validateSearch: (raw: Record<string, unknown>): { run?: string } => {
      const run = text(raw.run);
      return run ? { run } : {};
    },
    component: lazyRouteComponent(() => import('@/features/rules/shadow/shadow'), 'Shadow'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/messages',
    component: lazyRouteComponent(() => import('@/features/messages/moments'), 'Moments'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/messages/ledger',
    validateSearch: (raw: Record<string, unknown>): { state?: string; moment?: string } => {
      const state = text(raw.state);
      const moment = text(raw.moment);
      return { ...(state ? { state } : {}), ...(moment ? { moment } : {}) };
    },
    component: lazyRouteComponent(() => import('@/features/messages/ledger'), 'Ledger'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/messages/$moment',
    component: lazyRouteComponent(() => import('@/features/messages/template-editor'), 'TemplateEditor'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/orders',
    validateSearch: (raw: Record<string, unknown>): { q?: string } => {
      const q = text(raw.q);
      return q ? { q } : {};
    },
    component: lazyRouteComponent(() => import('@/features/orders/orders-list'), 'OrdersList'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/orders/import',
    component: lazyRouteComponent(() => import('@/features/orders/import'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/orders/$orderId',
    component: lazyRouteComponent(() => import('@/features/orders/order-detail'), 'OrderDetail'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/settings',
    component: lazyRouteComponent(() => import('@/features/settings/settings'), 'SettingsIndex'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/settings/$section',
    component: lazyRouteComponent(() => import('@/features/settings/settings'), 'Settings'),
  }),
  createRoute({ getParentRoute: () => shell, path: '$', component: NotFound }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([...doors, shell.addChildren([...rooms])]),
  basepath: '/admin',
  defaultPreload: 'intent',
  defaultPendingComponent: PageShape,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
