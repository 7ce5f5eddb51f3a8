import { Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { type ComponentType, useEffect, useState } from 'react';
import { useCan } from '@/shared/session/session';
import { Page } from '@/shared/ui/page';
import { Empty, Forbidden } from '@/shared/ui/states';
import { ApiClients } from './api-clients';
import { Audit } from './audit';
import { BrandSettings } from './brand';
import { Business } from './business';
import { Privacy } from './privacy';
import { Reasons } from './reasons';
import { ReturnSettings } from './return-settings';
import { findSettings, type SectionKey, sections } from './sections';
import { Security } from './security';
import css from './settings.module.css';
import { Staff } from './staff';
import { Tracking } from './tracking';

const pages: Record<SectionKey, ComponentType> = {
  business: Business,
  brand: BrandSettings,
  returns: ReturnSettings,
  reasons: Reasons,
  staff: Staff,
  api: ApiClients,
  tracking: Tracking,
  privacy: Privacy,
  security: Security,
  audit: Audit,
};

export function SettingsIndex() {
  return <Sections section="business" />;
}

export function Settings() {
  const { section } = useParams({ from: '/shell/settings/$section' });
  return <Sections section={section} />;
}

/** Stands at the setting that was found, once its section shows it. */
function useStandAt(setting: string | undefined) {
  useEffect(() => {
    if (!setting) return;
    let tries = 20;
    const timer = setInterval(() => {
      const told = [...document.querySelectorAll('#setting label, #setting legend, #setting h2')];
      const found = told.find((each) => each.textContent?.replace(' *', '').trim() === setting);
      tries -= 1;
      if (found || tries === 0) clearInterval(timer);
      if (!found) return;
      found.scrollIntoView({ block: 'center' });
      const field = found instanceof HTMLLabelElement ? found.control : null;
      field?.focus({ preventScroll: true });
    }, 100);
    return () => clearInterval(timer);
  }, [setting]);
}

function Sections({ section }: { section: string }) {
  const can = useCan();
  const [text, setText] = useState('');
  const [setting, setSetting] = useState<string>();
  useStandAt(setting);
  const mine = sections.filter((each) => !each.scope || can(each.scope));
  const hits = findSettings(mine, text);
  const wanted = sections.find((each) => each.key === section);
  const mayOpen = mine.find((each) => each.key === section);
  const Body = mayOpen && pages[mayOpen.key];
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
            {hits.map(({ section: each, settings }) => (
              <div key={each.key}>
                <Link
                  to="/settings/$section"
                  params={{ section: each.key }}
                  aria-current={each.key === section ? 'page' : undefined}
                >
                  {each.label}
                </Link>
                {settings.map((name) => (
                  <Link
                    key={name}
                    to="/settings/$section"
                    params={{ section: each.key }}
                    className={css.hit}
                    onClick={() => setSetting(name)}
                  >
                    {name}
                  </Link>
                ))}
              </div>
            ))}
            {hits.length === 0 && (
              <Text size="sm" c="dimmed" role="status">
                No setting is called like that.
              </Text>
            )}
          </nav>
        </div>
        <div className={css.body} id="setting">
          {Body ? (
            <Body />
          ) : wanted ? (
            <Forbidden what={`${wanted.label} is closed to your role.`} />
          ) : (
            <Empty icon={IconSearch} title="There is no such setting">
              The address may be old. Choose from the list, or search it.
            </Empty>
          )}
        </div>
      </div>
    </Page>
  );
}
