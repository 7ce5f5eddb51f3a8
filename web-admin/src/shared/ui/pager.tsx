import { Button, Group, Text } from '@mantine/core';
import type { Pages } from '@/shared/api/pages';

type PagerProps = {
  pages: Pages;
  info: { hasNextPage: boolean; endCursor?: string | null };
  /** Where the list does not go from new to old. */
  words?: { back: string; on: string };
};

export function Pager({ pages, info, words = { back: 'Newer', on: 'Older' } }: PagerProps) {
  if (pages.page === 1 && !info.hasNextPage) return null;
  return (
    <Group justify="flex-end" p="sm" gap="sm">
      <Text size="xs" c="dimmed">
        Page {pages.page}
      </Text>
      <Button variant="default" size="xs" disabled={pages.page === 1} onClick={pages.previous}>
        {words.back}
      </Button>
      <Button
        variant="default"
        size="xs"
        disabled={!info.hasNextPage || !info.endCursor}
        onClick={() => info.endCursor && pages.next(info.endCursor)}
      >
        {words.on}
      </Button>
    </Group>
  );
}
