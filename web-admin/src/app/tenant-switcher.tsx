import { Menu } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { sentence } from '@/shared/format/words';
import { useSession } from '@/shared/session/session';
import { useViewer } from '@/shared/session/viewer';
import css from './shell.module.css';

export function TenantSwitcher() {
  const viewer = useViewer();
  const { facts, switchTenant } = useSession();
  const navigate = useNavigate();
  const name = viewer?.tenant.name ?? facts?.tenantSlug ?? '';
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <button type="button" className={css.tenant} aria-label={`${name}: switch business`}>
          <span className={css.mark} aria-hidden>
            {name.charAt(0).toUpperCase()}
          </span>
          <span>{name}</span>
          <IconSelector size={16} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Your businesses</Menu.Label>
        {viewer?.memberships.map((each) => (
          <Menu.Item
            key={each.tenantId}
            rightSection={each.current ? <IconCheck size={16} aria-label="current" /> : sentence(each.role)}
            onClick={async () => {
              if (!each.current && (await switchTenant(each.tenantId))) void navigate({ to: '/' });
            }}
          >
            {each.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
