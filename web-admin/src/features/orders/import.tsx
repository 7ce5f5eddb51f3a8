import { Button, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { nodesOf } from '@/shared/api/pages';
import { anew } from '@/shared/api/policies';
import { sentence } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/loaded';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { Forbidden } from '@/shared/ui/states';
import { Status } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { When } from '@/shared/ui/values';
import { Running } from './running';
import { Upload } from './upload-file';

const ImportsQuery = graphql(`
  query Imports {
    imports(first: 20) { edges { node { id kind state fileName startedAt rows created updated unchanged failed } } }
  }
`);

const kinds = {
  SHOPIFY_ORDERS: 'Orders',
  MAPPED_ORDERS: 'Orders',
  SHOPIFY_PRODUCTS: 'Products',
  SHOPIFY_CUSTOMERS: 'Customers',
} as const;

export function ImportPage() {
  const can = useCan();
  const [id, setId] = useState<string>();
  if (!can('orders:write')) return <Forbidden what="Importing orders is closed to your role." />;
  return (
    <Page
      title="Import orders"
      lead="Orders, products and customers come in as CSV files; they join by SKU and e-mail."
    >
      <Stack>
        <Upload onStarted={setId} />
        {id && <Running key={id} id={id} />}
        <Earlier onShow={setId} />
      </Stack>
    </Page>
  );
}

function Earlier({ onShow }: { onShow: (id: string) => void }) {
  const query = useQuery({ query: ImportsQuery });
  const [{ data, error }, again] = query;
  const rows = nodesOf(data?.imports);
  const going = rows.some(({ state }) => state === 'WAITING' || state === 'RUNNING');
  useEffect(() => {
    if (!going) return;
    const timer = setInterval(() => again(anew), 2000);
    return () => clearInterval(timer);
  }, [going, again]);
  if (rows.length === 0 && !error) return null;
  const tone = { DONE: 'good', FAILED: 'bad', RUNNING: 'info', WAITING: 'calm' } as const;
  return (
    <Panel title="Earlier imports" flush>
      <Loaded query={query}>
        {() => (
          <Table
            label="Earlier imports"
            rows={rows}
            keyOf={(row) => row.id}
            columns={[
              { name: 'File', cell: (row) => row.fileName ?? 'a file' },
              { name: 'Holds', wide: true, cell: (row) => kinds[row.kind] },
              { name: 'State', cell: (row) => <Status tone={tone[row.state]}>{sentence(row.state)}</Status> },
              { name: 'New', right: true, wide: true, cell: (row) => row.created.toLocaleString() },
              { name: 'Updated', right: true, wide: true, cell: (row) => row.updated.toLocaleString() },
              { name: 'Failed', right: true, cell: (row) => row.failed.toLocaleString() },
              { name: 'Started', wide: true, cell: (row) => <When at={row.startedAt} /> },
              {
                name: 'Report',
                right: true,
                cell: (row) => (
                  <Button size="compact-sm" variant="default" onClick={() => onShow(row.id)}>
                    Show
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}
