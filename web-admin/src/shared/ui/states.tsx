import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconLock, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { troubleOf } from '@/shared/api/client';
import { CopyId } from './copy-id';
import css from './ui.module.css';

type EmptyProps = {
  icon: ComponentType<{ size?: number }>;
  title: string;
  children: ReactNode;
  action?: ReactNode;
};

/** Nothing here yet: what this place is for, and the first step. */
export function Empty({ icon: Icon, title, children, action }: EmptyProps) {
  return (
    <div className={css.state}>
      <span className={css.stateIcon} aria-hidden>
        <Icon size={24} />
      </span>
      <Title order={2}>{title}</Title>
      <Text component="p">{children}</Text>
      {action}
    </div>
  );
}

export function Forbidden({ what }: { what?: string }) {
  return (
    <Empty icon={IconLock} title="Your role does not include this">
      {what ?? 'This part of Retour is closed to your role.'} An owner of this business can change roles under Settings
      › Staff.
    </Empty>
  );
}

/** What failed, why, the id to quote, and a way to try again. */
export function Failure({ error, retry }: { error: CombinedError; retry: () => void }) {
  const trouble = troubleOf(error);
  if (trouble.kind === 'forbidden') return <Forbidden />;
  return (
    <div className={css.state} role="alert">
      <span className={css.stateIcon} aria-hidden>
        <IconPlugConnectedX size={24} />
      </span>
      <Title order={2}>This could not be loaded</Title>
      <Text component="p">{trouble.message}</Text>
      {trouble.id && (
        <Text component="p" size="xs">
          Error id <CopyId value={trouble.id} />
        </Text>
      )}
      <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={retry}>
        Try again
      </Button>
    </div>
  );
}

export function RowsSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <Stack gap={10} p="md" role="status" aria-busy="true" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <Skeleton key={row} height={26} radius="sm" width={`${96 - ((row * 7) % 22)}%`} />
      ))}
    </Stack>
  );
}
