import { Button, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import { troubleOf } from '@/shared/api/client';
import { nodesOf, usePages } from '@/shared/api/pages';
import { anew, once } from '@/shared/api/policies';
import { count } from '@/shared/format/words';
import { download } from '@/shared/ui/download';
import { Loaded } from '@/shared/ui/loaded';
import { Pager } from '@/shared/ui/pager';
import { Panel } from '@/shared/ui/panel';
import { refusedToast } from '@/shared/ui/toast';
import { type BackTest, type Change, ChangesQuery, CompareQuery, FileQuery } from './back-test-query';
import { ChangedItems, Compared, CompareModal } from './changed-items';

const mostKept = 10_000;

/** Every item that comes out differently, with both traces on demand, and all of them as a file. */
export function Changes({ of }: { of: BackTest }) {
  const pages = usePages(of.id);
  const query = useQuery({ query: ChangesQuery, variables: { id: of.id, after: pages.after } });
  const [compared, setCompared] = useState<Change>();
  return (
    <Panel title={`${count(of.changed, 'item')} would come out differently`} flush aside={<DownloadButton of={of} />}>
      {of.changed > mostKept && (
        <Text p="sm" c="dimmed">
          The numbers count all of them; the list and the file hold the first {mostKept.toLocaleString()}.
        </Text>
      )}
      <Loaded query={query}>
        {({ backTest }) => (
          <>
            <ChangedItems of={nodesOf(backTest?.changes)} onCompare={setCompared} />
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
    ...once,
  });
  return (
    <CompareModal change={change} onClose={onClose}>
      <Loaded query={query}>
        {({ compareDecision }) => <Compared of={compareDecision} decision={change.decision.id} />}
      </Loaded>
    </CompareModal>
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
        const { data, error } = await client.query(FileQuery, { id: of.id }, anew).toPromise();
        setBusy(false);
        if (error) refusedToast([{ message: troubleOf(error).message, code: 'FAILED' }]);
        else if (data?.backTest) download(`changed-items-${of.askedAt.slice(0, 10)}.csv`, data.backTest.changesFile);
      }}
    >
      Download as CSV
    </Button>
  );
}
