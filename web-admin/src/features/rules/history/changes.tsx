import { Anchor, Button, Group, Modal, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import { troubleOf } from '@/shared/api/client';
import { nodesOf, usePages } from '@/shared/api/pages';
import { count } from '@/shared/format/words';
import { Loaded } from '@/shared/ui/loaded';
import { Pager } from '@/shared/ui/pager';
import { Panel } from '@/shared/ui/panel';
import { Notice } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { refusedToast } from '@/shared/ui/toast';
import { Money } from '@/shared/ui/values';
import { OutcomeMark } from '../trying/outcome';
import { SideBySide } from '../trying/side-by-side';
import { type BackTest, type Change, ChangesQuery, CompareQuery, FileQuery } from './back-test-query';
import { download } from './download';

const mostKept = 10_000;

/** Every item that comes out otherwise, with both traces on demand, and all of them as a file. */
export function Changes({ of }: { of: BackTest }) {
  const pages = usePages(of.id);
  const query = useQuery({ query: ChangesQuery, variables: { id: of.id, after: pages.after } });
  const [compared, setCompared] = useState<Change>();
  return (
    <Panel title={`${count(of.changed, 'item')} would come out otherwise`} flush aside={<DownloadButton of={of} />}>
      {of.changed > mostKept && (
        <Text p="sm" c="dimmed">
          The numbers count all of them; the list and the file hold the first {mostKept.toLocaleString()}.
        </Text>
      )}
      <Loaded query={query}>
        {({ backTest }) => (
          <>
            <Table<Change>
              label="Items that come out otherwise"
              rows={nodesOf(backTest?.changes)}
              keyOf={(change) => change.decision.id}
              columns={[
                {
                  name: 'Return',
                  cell: ({ decision: { item } }) =>
                    item ? (
                      <Link to="/returns/$returnId" params={{ returnId: item.returnId }}>
                        {item.rmaNumber}
                      </Link>
                    ) : (
                      'No longer there'
                    ),
                },
                {
                  name: 'Item',
                  wide: true,
                  cell: ({ decision: { item } }) =>
                    item && `${item.title}${item.variantTitle ? `, ${item.variantTitle}` : ''} × ${item.quantity}`,
                },
                {
                  name: 'Value',
                  right: true,
                  wide: true,
                  cell: ({ value }) => (value ? <Money of={value} /> : 'unknown'),
                },
                { name: 'Now', cell: ({ live }) => <OutcomeMark of={live} /> },
                { name: 'By the draft', cell: ({ draft }) => <OutcomeMark of={draft} /> },
                {
                  name: 'Why',
                  cell: (change) => (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={`Compare ${change.decision.item?.rmaNumber ?? 'this item'}`}
                      onClick={() => setCompared(change)}
                    >
                      Compare
                    </Button>
                  ),
                },
              ]}
            />
            {backTest && <Pager pages={pages} info={backTest.changes.pageInfo} words={{ back: 'Back', on: 'Next' }} />}
          </>
        )}
      </Loaded>
      {compared && <CompareDialog test={of.id} change={compared} onClose={() => setCompared(undefined)} />}
    </Panel>
  );
}

function CompareDialog({ test, change, onClose }: { test: string; change: Change; onClose: () => void }) {
  const query = useQuery({
    query: CompareQuery,
    variables: { input: { backTestId: test, decisionId: change.decision.id } },
    requestPolicy: 'cache-first',
  });
  const item = change.decision.item;
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1200px, 96vw)"
      title={item ? `${item.rmaNumber}: ${item.title}` : 'Both side by side'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Loaded query={query}>
        {({ compareDecision: { result, userErrors } }) =>
          result ? (
            <SideBySide
              live={result.live}
              draft={result.draft}
              draftTitle="Draft as it was tried"
              actions={
                <Group>
                  <Anchor
                    renderRoot={(props) => (
                      <Link to="/rules/try" search={{ decision: change.decision.id }} {...props} />
                    )}
                  >
                    Try it with the rules of today
                  </Anchor>
                </Group>
              }
            />
          ) : (
            <Notice tone="bad" alert>
              {userErrors.map((each) => each.message).join(' ')}
            </Notice>
          )
        }
      </Loaded>
    </Modal>
  );
}

function DownloadButton({ of }: { of: BackTest }) {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  return (
    <Button
      size="xs"
      variant="default"
      loading={busy}
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={async () => {
        setBusy(true);
        const { data, error } = await client
          .query(FileQuery, { id: of.id }, { requestPolicy: 'network-only' })
          .toPromise();
        setBusy(false);
        if (error) refusedToast([{ message: troubleOf(error).message, code: 'FAILED' }]);
        else if (data?.backTest) download(`changed-items-${of.askedAt.slice(0, 10)}.csv`, data.backTest.changesFile);
      }}
    >
      Download as CSV
    </Button>
  );
}
