import { Link } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { Page } from '@/shared/ui/page';
import tabs from '@/shared/ui/tabs.module.css';

/** What there is around a policy; each stands at an address of its own. */
const places = [
  { to: '/rules', label: 'Policy' },
  { to: '/rules/try', label: 'Try' },
  { to: '/rules/history', label: 'Your history' },
  { to: '/rules/shadow', label: 'Shadow' },
  { to: '/rules/examples', label: 'Examples' },
  { to: '/rules/guards', label: 'Guards' },
  { to: '/rules/facts', label: 'Facts' },
] as const;

export function RulesPage({ children, ...page }: ComponentProps<typeof Page>) {
  return (
    <Page {...page}>
      <nav className={tabs.tabs} aria-label="Around the rules">
        {places.map(({ to, label }) => (
          <Link key={to} to={to} className={tabs.tab} activeOptions={{ exact: true, includeSearch: false }}>
            {label}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  );
}
