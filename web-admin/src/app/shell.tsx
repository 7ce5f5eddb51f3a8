import { ActionIcon, Drawer, Kbd, Modal, Stack, Table, TextInput, Tooltip, VisuallyHidden } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconCommand, IconKeyboard, IconMenu2, IconSearch } from '@tabler/icons-react';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useCan, useSession } from '@/shared/session/session';
import { useCounts } from '@/shared/session/viewer';
import { Notice } from '@/shared/ui/status';
import { AccountMenu } from './account-menu';
import { FirstShape } from './first-shape';
import { places } from './navigation';
import css from './shell.module.css';
import { TenantSwitcher } from './tenant-switcher';
import { ToSignIn } from './to-sign-in';

function usePlaces() {
  const can = useCan();
  return places.filter((place) => !place.scope || can(place.scope));
}

function Rail({ onFollow }: { onFollow?: () => void }) {
  const waiting = useCounts(useRouterState({ select: (state) => state.location.pathname }));
  const counts: Record<string, number | undefined> = {
    '/review': waiting.review,
    '/refunds': waiting.refundsDue,
    '/tasks': waiting.openTasks,
    '/messages': waiting.failed,
  };
  return (
    <>
      <TenantSwitcher />
      {usePlaces().map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to} className={css.place} activeOptions={{ exact: to === '/' }} onClick={onFollow}>
          <Icon size={18} stroke={1.8} aria-hidden />
          <span>{label}</span>
          {counts[to] ? (
            <span className={css.count}>
              {counts[to]}
              <VisuallyHidden>{to === '/messages' ? ' failed' : ' waiting'}</VisuallyHidden>
            </span>
          ) : null}
        </Link>
      ))}
      <div className={css.foot}>
        <AccountMenu />
      </div>
    </>
  );
}

const keys: [string, string][] = [
  ['/', 'Search returns'],
  ['⌘ K or Ctrl K', 'Command palette'],
  ['g then a letter', 'Go to a place, as listed in the palette'],
  ['a · x · e', 'In a return: approve, reject, ask for evidence'],
  ['⌘ Z or Ctrl Z', 'Undo a change of the rules; with Shift, redo it'],
  ['?', 'These keys'],
];

/** `g` then a letter goes to a place. */
function useGoKeys() {
  const navigate = useNavigate();
  const mine = usePlaces();
  const armed = useRef(0);
  useHotkeys([
    [
      'g',
      () => {
        armed.current = Date.now();
      },
    ],
    ...mine.map(
      (place) =>
        [
          place.key,
          () => {
            if (Date.now() - armed.current < 1200) void navigate({ to: place.to });
            armed.current = 0;
          },
          { preventDefault: false },
        ] as [string, () => void, { preventDefault: boolean }],
    ),
  ]);
}

function Search({ field }: { field: React.RefObject<HTMLInputElement | null> }) {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) void navigate({ to: '/returns', search: { q: text.trim() } });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is not yet known to all readers
    <form role="search" onSubmit={go}>
      <TextInput
        ref={field}
        size="xs"
        type="search"
        aria-label="Search returns"
        placeholder="RMA, order, name, e-mail, tracking number, SKU"
        leftSection={<IconSearch size={15} aria-hidden />}
        rightSection={<Kbd size="xs">/</Kbd>}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </form>
  );
}

export function Shell() {
  const { facts, unreachable } = useSession();
  const at = useRouterState({ select: (state) => state.location.href });
  if (!facts && unreachable) {
    return (
      <Stack p="xl" maw={560} mx="auto">
        <Notice tone="bad" alert>
          Retour cannot be reached right now. This page tries again by itself.
        </Notice>
      </Stack>
    );
  }
  if (!facts) return <FirstShape />;
  if (!facts.signedIn) return <ToSignIn from={at} />;
  return <SignedIn />;
}

function SignedIn() {
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [menu, menuIs] = useDisclosure(false);
  const [help, helpIs] = useDisclosure(false);
  const mine = usePlaces();
  useGoKeys();
  useHotkeys([
    ['/', () => field.current?.focus()],
    ['shift+?', helpIs.open, { usePhysicalKeys: false }],
  ]);
  return (
    <div className={css.frame}>
      <a href="#main" className={css.skip}>
        Skip to content
      </a>
      <nav className={css.rail} aria-label="Main">
        <Rail />
      </nav>
      <div>
        <header className={css.bar}>
          <ActionIcon
            className={css.menu}
            variant="subtle"
            color="gray"
            size="lg"
            aria-label="Open menu"
            onClick={menuIs.open}
          >
            <IconMenu2 size={20} />
          </ActionIcon>
          <Search field={field} />
          <div className={css.grow} />
          <Tooltip label="Command palette (⌘K)">
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label="Open command palette"
              onClick={spotlight.open}
            >
              <IconCommand size={18} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Keys (?)">
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label="Show keys"
              onClick={helpIs.open}
              className="mantine-visible-from-sm"
            >
              <IconKeyboard size={18} />
            </ActionIcon>
          </Tooltip>
        </header>
        <main id="main" tabIndex={-1} style={{ outline: 'none' }}>
          <Outlet />
        </main>
      </div>
      <Drawer
        opened={menu}
        onClose={menuIs.close}
        size={264}
        title="Menu"
        closeButtonProps={{ 'aria-label': 'Close menu' }}
      >
        <nav aria-label="Main">
          <Rail onFollow={menuIs.close} />
        </nav>
      </Drawer>
      <Modal opened={help} onClose={helpIs.close} title="Keys" closeButtonProps={{ 'aria-label': 'Close' }}>
        <Table>
          <Table.Tbody>
            {keys.map(([key, what]) => (
              <Table.Tr key={key}>
                <Table.Td>
                  <Kbd>{key}</Kbd>
                </Table.Td>
                <Table.Td>{what}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Modal>
      <Spotlight
        shortcut={['mod + K']}
        nothingFound="Nothing by that name"
        searchProps={{
          placeholder: 'Go to …',
          'aria-label': 'Command',
          leftSection: <IconSearch size={18} aria-hidden />,
        }}
        actions={mine.map(({ to, label, about, key, icon: Icon }) => ({
          id: to,
          label,
          description: `${about} · g ${key}`,
          leftSection: <Icon size={20} stroke={1.6} aria-hidden />,
          onClick: () => void navigate({ to }),
        }))}
      />
    </div>
  );
}
