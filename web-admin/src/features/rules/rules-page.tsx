import { Link } from '@tanstack/react-router';
import { type ComponentProps, useEffect, useRef } from 'react';
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
  const nav = useRef<HTMLElement>(null);
  // On a phone the row is wider than the screen: where one stands is in sight.
  useEffect(() => {
    const row = nav.current;
    const here = row?.querySelector<HTMLElement>('[aria-current="page"]');
    if (row && here) row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  }, []);
  return (
    <Page {...page}>
      <nav ref={nav} className={tabs.tabs} aria-label="Around the rules">
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
