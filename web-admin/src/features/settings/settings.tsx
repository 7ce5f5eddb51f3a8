import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { type ComponentType, useState } from 'react';
import { useCan } from '@/shared/session/session';
import { Page } from '@/shared/ui/page';
import { Forbidden } from '@/shared/ui/states';
import { ApiClients } from './api-clients';
import { Audit } from './audit';
import { BrandSettings } from './brand';
import { Business } from './business';
import { Reasons } from './reasons';
import { ReturnSettings } from './return-settings';
import { Security } from './security';
import css from './settings.module.css';
import { Staff } from './staff';
import { Tracking } from './tracking';

type Section = { key: string; label: string; finds: string; scope?: string; page: ComponentType };

const sections: Section[] = [
  {
    key: 'business',
    label: 'Business',
    finds: 'name portal address live contact team inbox return address time zone',
    scope: 'tenant:read',
    page: Business,
  },
  { key: 'brand', label: 'Brand', finds: 'logo colour color', scope: 'tenant:read', page: BrandSettings },
  {
    key: 'returns',
    label: 'Returns',
    finds: 'window transit days evidence shipping label cost resolutions history final sale',
    scope: 'tenant:read',
    page: ReturnSettings,
  },
  { key: 'reasons', label: 'Reasons', finds: 'why texts groups', scope: 'tenant:read', page: Reasons },
  {
    key: 'staff',
    label: 'Staff and roles',
    finds: 'team invite member owner agent warehouse viewer',
    scope: 'tenant:read',
    page: Staff,
  },
  {
    key: 'api',
    label: 'API clients',
    finds: 'integrations secret oauth graphql graphiql',
    scope: 'clients:write',
    page: ApiClients,
  },
  {
    key: 'tracking',
    label: 'Tracking',
    finds: 'easypost webhook carrier parcel',
    scope: 'tracking:read',
    page: Tracking,
  },
  { key: 'security', label: 'Your sign-in', finds: 'password totp authenticator two-factor name', page: Security },
  { key: 'audit', label: 'Audit', finds: 'who did what log record', scope: 'audit:read', page: Audit },
];

export function SettingsIndex() {
  return <Sections section="business" />;
}

export function Settings() {
  const { section } = useParams({ from: '/shell/settings/$section' });
  return <Sections section={section} />;
}

function Sections({ section }: { section: string }) {
  const can = useCan();
  const [text, setText] = useState('');
  const mine = sections.filter((each) => !each.scope || can(each.scope));
  const shown = mine.filter((each) => `${each.label} ${each.finds}`.toLowerCase().includes(text.trim().toLowerCase()));
  const wanted = sections.find((each) => each.key === section);
  const Body = mine.find((each) => each.key === section)?.page;
  return (
    <Page title="Settings">
      <div className={css.layout}>
        <div>
          <TextInput
            mb="xs"
            size="xs"
            type="search"
            aria-label="Find a setting"
            placeholder="Find a setting"
            leftSection={<IconSearch size={14} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <nav className={css.nav} aria-label="Settings">
            {shown.map((each) => (
              <Link
                key={each.key}
                to="/settings/$section"
                params={{ section: each.key }}
                aria-current={each.key === section ? 'page' : undefined}
              >
                {each.label}
              </Link>
            ))}
          </nav>
        </div>
        <div className={css.body}>
          {Body ? <Body /> : <Forbidden what={wanted && `${wanted.label} is closed to your role.`} />}
        </div>
      </div>
    </Page>
  );
}
