import { Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { nodesOf } from '@/shared/api/pages';
import { anew } from '@/shared/api/policies';
import { useCan } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { Notice } from '@/shared/ui/status';
import { MailFrame } from './mail-frame';
import css from './messages.module.css';
import type { MomentName } from './moment-query';

const PreviewQuery = graphql(`
  query MessagePreview($input: MessagePreviewInput!) {
    messagePreview(input: $input) { subject html text size userErrors { field message code } }
  }
`);

const RecentQuery = graphql(`
  query RecentReturns { returns(first: 25) { edges { node { id rmaNumber headline shopperName } } } }
`);

type PreviewProps = {
  moment: MomentName;
  words: { subject: string; body: string; buttonLabel: string };
  returnId: string | null;
  onReturn: (id: string | null) => void;
};

/** The message as the server would send it, filled from a real return; nothing is sent. */
export function MessagePreview({ moment, words, returnId, onReturn }: PreviewProps) {
  const can = useCan();
  const [asked] = useDebouncedValue(words, 500);
  const [view, setView] = useState('desktop');
  const [{ data: recent }] = useQuery({ query: RecentQuery, pause: !can('returns:read') });
  const query = useQuery({
    query: PreviewQuery,
    variables: { input: { moment, returnId, ...asked } },
    ...anew,
  });
  return (
    <Panel title="How it reads">
      <Stack gap="sm">
        <Group>
          <Select
            style={{ flex: '1 1 180px' }}
            aria-label="Filled from"
            placeholder="An invented example"
            clearable
            searchable
            data={nodesOf(recent?.returns).map((each) => ({
              value: each.id,
              label: `${each.rmaNumber} ${each.shopperName ?? ''}`,
            }))}
            value={returnId}
            onChange={onReturn}
          />
          <SegmentedControl
            aria-label="View"
            value={view}
            onChange={setView}
            data={[
              { value: 'desktop', label: 'Desktop' },
              { value: 'phone', label: 'Phone' },
              { value: 'text', label: 'Text' },
            ]}
          />
        </Group>
        <Loaded query={query}>
          {({ messagePreview: preview }) =>
            preview.userErrors.length > 0 ? (
              <Notice tone="bad">{preview.userErrors.map((each) => each.message).join(' ')}</Notice>
            ) : (
              <>
                <Text fw={620}>{preview.subject}</Text>
                {view === 'text' ? (
                  <pre className={css.plain}>{preview.text}</pre>
                ) : (
                  <MailFrame className={`${css.frame} ${view === 'phone' ? css.phone : ''}`} html={preview.html} />
                )}
                <Text size="xs" c="dimmed">
                  {(preview.size / 1000).toFixed(1)} kB of at most 60 kB. Exactly as it would be sent.
                </Text>
              </>
            )
          }
        </Loaded>
      </Stack>
    </Panel>
  );
}
