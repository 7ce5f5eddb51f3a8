import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconLogout, IconMoon, IconShieldLock, IconSun } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useSession } from '@/shared/session/session';
import { useViewer } from '@/shared/session/viewer';
import css from './shell.module.css';

export function AccountMenu() {
  const viewer = useViewer();
  const { signOut } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const next = colorScheme === 'auto' ? 'dark' : colorScheme === 'dark' ? 'light' : 'auto';
  const Icon = next === 'dark' ? IconMoon : next === 'light' ? IconSun : IconDeviceDesktop;
  return (
    <Menu position="top-start" width={240}>
      <Menu.Target>
        <button type="button" className={css.tenant} aria-label={`${viewer?.name ?? 'You'}: account`}>
          <span className={css.mark} style={{ borderRadius: 13 }} aria-hidden>
            {(viewer?.name ?? '?').charAt(0).toUpperCase()}
          </span>
          <span>{viewer?.name ?? ''}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{viewer?.email}</Menu.Label>
        <Menu.Item
          leftSection={<IconShieldLock size={16} aria-hidden />}
          onClick={() => void navigate({ to: '/settings/$section', params: { section: 'security' } })}
        >
          Password and sign-in
        </Menu.Item>
        <Menu.Item
          closeMenuOnClick={false}
          leftSection={<Icon size={16} aria-hidden />}
          onClick={() => setColorScheme(next)}
        >
          {next === 'auto' ? 'Follow the system’s colours' : `Use ${next} colours`}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
