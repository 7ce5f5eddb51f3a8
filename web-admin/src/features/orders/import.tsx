import { Button, FileInput, Group, Progress, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconFileTypeCsv, IconUpload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { freshKey, useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { nodesOf } from '@/shared/api/pages';
import { upload } from '@/shared/api/upload';
import { sentence } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { FormError } from '@/shared/ui/form-error';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { Forbidden } from '@/shared/ui/states';
import { Status } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { When } from '@/shared/ui/values';
import { ImportFacts } from './import-query';
import { ImportReport } from './import-report';

const StartMutation = graphql(
  `mutation StartImport($input: StartImportInput!) {
    startImport(input: $input) { import { ...ImportFacts } userErrors { field message code } }
  }`,
  [ImportFacts],
);

const ImportQuery = graphql(`query Import($id: ID!) { import(id: $id) { ...ImportFacts } }`, [ImportFacts]);

const ImportsQuery = graphql(`
  query Imports {
    imports(first: 20) { edges { node { id kind state fileName startedAt rows created updated unchanged failed } } }
  }
`);

const kinds = [
  { value: 'SHOPIFY_ORDERS', label: 'Orders' },
  { value: 'SHOPIFY_PRODUCTS', label: 'Products' },
  { value: 'SHOPIFY_CUSTOMERS', label: 'Customers' },
] as const;

type Kind = (typeof kinds)[number]['value'];

const about: Record<Kind, string> = {
  SHOPIFY_ORDERS:
    'Shopify: Orders › Export › “Export as plain CSV”. The same file twice changes nothing; a newer one updates.',
  SHOPIFY_PRODUCTS: 'Shopify: Products › Export. Adds type, vendor, tags, weight and variants for exchanges.',
  SHOPIFY_CUSTOMERS: 'Shopify: Customers › Export. Adds tags such as VIP and the number of orders so far.',
};

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
        {id && <Running id={id} />}
        <Earlier onShow={setId} />
      </Stack>
    </Page>
  );
}

function Upload({ onStarted }: { onStarted: (id: string) => void }) {
  const [start, starting] = useAct(StartMutation);
  const [kind, setKind] = useState<Kind>('SHOPIFY_ORDERS');
  const [file, setFile] = useState<File | null>(null);
  const [percent, setPercent] = useState<number>();
  const [error, setError] = useState('');

  const send = async () => {
    if (!file) return;
    setError('');
    setPercent(0);
    const stored = await upload(file, 'IMPORT', setPercent);
    setPercent(undefined);
    if (!('id' in stored)) return setError(stored.message);
    const { payload, refused } = await start({ input: { kind, fileId: stored.id, idempotencyKey: freshKey() } });
    if (refused) return setError(refused.map((each) => each.message).join(' '));
    setFile(null);
    if (payload.import) onStarted(payload.import.id);
  };

  return (
    <Panel title="A file">
      <Stack>
        <SegmentedControl
          aria-label="What the file holds"
          data={kinds.map((each) => ({ ...each }))}
          value={kind}
          onChange={(value) => setKind(value as Kind)}
          style={{ alignSelf: 'start' }}
        />
        <Text c="dimmed">{about[kind]}</Text>
        <FormError>{error}</FormError>
        <FileInput
          label="CSV file"
          placeholder="Choose a file"
          accept=".csv,text/csv"
          clearable
          clearButtonProps={{ 'aria-label': 'Choose no file' }}
          leftSection={<IconFileTypeCsv size={18} aria-hidden />}
          value={file}
          onChange={setFile}
          maw={480}
        />
        {percent !== undefined && <Progress value={percent} aria-label="Upload" maw={480} animated={percent === 100} />}
        <Group>
          <Button
            leftSection={<IconUpload size={16} aria-hidden />}
            disabled={!file}
            loading={percent !== undefined || starting}
            onClick={send}
          >
            Import this file
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

function Running({ id }: { id: string }) {
  const [{ data }, again] = useQuery({ query: ImportQuery, variables: { id } });
  const running = data?.import;
  const over = running?.state === 'DONE' || running?.state === 'FAILED';
  useEffect(() => {
    if (over) return;
    const timer = setInterval(() => again({ requestPolicy: 'network-only' }), 1000);
    return () => clearInterval(timer);
  }, [over, again]);
  return running ? <ImportReport of={running} /> : null;
}

function Earlier({ onShow }: { onShow: (id: string) => void }) {
  const [{ data }] = useQuery({ query: ImportsQuery });
  const rows = nodesOf(data?.imports);
  if (rows.length === 0) return null;
  const tone = { DONE: 'good', FAILED: 'bad', RUNNING: 'info', WAITING: 'calm' } as const;
  return (
    <Panel title="Earlier imports" flush>
      <Table
        label="Earlier imports"
        rows={rows}
        keyOf={(row) => row.id}
        columns={[
          { name: 'File', cell: (row) => row.fileName ?? 'a file' },
          { name: 'Holds', wide: true, cell: (row) => kinds.find((kind) => kind.value === row.kind)?.label },
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
    </Panel>
  );
}
