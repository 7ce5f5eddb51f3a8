import { Button, FileInput, Group, Progress, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconFileTypeCsv, IconUpload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { freshKey, useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { nodesOf } from '@/shared/api/pages';
import { anew } from '@/shared/api/policies';
import { upload } from '@/shared/api/upload';
import { sentence } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { FormError } from '@/shared/ui/form-error';
import { Loaded } from '@/shared/ui/loaded';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { Forbidden } from '@/shared/ui/states';
import { Status } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { When } from '@/shared/ui/values';
import { DropTarget } from './drop-target';
import { FileHelp } from './file-help';
import { ImportFacts } from './import-query';
import { ImportReport } from './import-report';
import { type Mapping, MappingQuery } from './mapping-query';
import { MappingStep } from './mapping-step';

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

const kinds = {
  SHOPIFY_ORDERS: 'Orders',
  MAPPED_ORDERS: 'Orders',
  SHOPIFY_PRODUCTS: 'Products',
  SHOPIFY_CUSTOMERS: 'Customers',
} as const;

const choices = [
  { value: 'ORDERS', label: 'Orders' },
  { value: 'SHOPIFY_PRODUCTS', label: 'Products' },
  { value: 'SHOPIFY_CUSTOMERS', label: 'Customers' },
] as const;

type Choice = (typeof choices)[number]['value'];

const about: Record<Choice, string> = {
  ORDERS:
    'The export of your shop, whichever it is: Shopify, WooCommerce, Magento, BigCommerce, PrestaShop, Etsy, or a file of your own. The same file twice changes nothing; a newer one updates.',
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

type Stored = { id: string; name: string };

function Upload({ onStarted }: { onStarted: (id: string) => void }) {
  const client = useClient();
  const [start, starting] = useAct(StartMutation);
  const [choice, setChoice] = useState<Choice>('ORDERS');
  const [file, setFile] = useState<File | null>(null);
  const [percent, setPercent] = useState<number>();
  const [error, setError] = useState('');
  const [toMap, setToMap] = useState<Stored>();

  const begin = async (kind: keyof typeof kinds, fileId: string, mapping?: Mapping) => {
    setError('');
    const { payload, refused } = await start({ input: { kind, fileId, mapping, idempotencyKey: freshKey() } });
    if (refused) return setError(refused.map((each) => each.message).join(' '));
    setFile(null);
    setToMap(undefined);
    if (payload.import) onStarted(payload.import.id);
  };

  const send = async () => {
    if (!file) return;
    setError('');
    setPercent(0);
    const stored = await upload(file, 'IMPORT', setPercent);
    if (!('id' in stored)) {
      setPercent(undefined);
      return setError(stored.message);
    }
    const fileId = stored.id;
    if (choice !== 'ORDERS') {
      setPercent(undefined);
      return begin(choice, fileId);
    }
    const { data } = await client.query(MappingQuery, { fileId }, anew).toPromise();
    setPercent(undefined);
    if (data?.orderFileMapping.mapping?.shopify) return begin('SHOPIFY_ORDERS', fileId);
    setToMap({ id: fileId, name: file.name });
  };

  if (toMap) {
    return (
      <Stack>
        <FormError>{error}</FormError>
        <MappingStep
          file={toMap}
          busy={starting}
          onImport={(mapping) => begin('MAPPED_ORDERS', toMap.id, mapping)}
          onBack={() => {
            setError('');
            setToMap(undefined);
          }}
        />
      </Stack>
    );
  }
  return (
    <Panel title="A file">
      <Stack>
        <SegmentedControl
          aria-label="What the file holds"
          data={choices.map((each) => ({ ...each }))}
          value={choice}
          onChange={(value) => setChoice(value as Choice)}
          style={{ alignSelf: 'start' }}
        />
        <Text c="dimmed" maw="72ch">
          {about[choice]}
        </Text>
        <FormError>{error}</FormError>
        <DropTarget onDrop={setFile}>
          <FileInput
            label="CSV file"
            description="Choose one, or drop it here."
            placeholder="Choose a file"
            accept=".csv,.txt,.tsv,text/csv"
            clearable
            clearButtonProps={{ 'aria-label': 'Choose no file' }}
            leftSection={<IconFileTypeCsv size={18} aria-hidden />}
            value={file}
            onChange={setFile}
            maw={480}
          />
        </DropTarget>
        {percent !== undefined && <Progress value={percent} aria-label="Upload" maw={480} animated={percent === 100} />}
        <Group>
          <Button
            leftSection={<IconUpload size={16} aria-hidden />}
            disabled={!file}
            loading={percent !== undefined || starting}
            onClick={send}
          >
            {choice === 'ORDERS' ? 'Read this file' : 'Import this file'}
          </Button>
        </Group>
        {choice === 'ORDERS' && <FileHelp />}
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
    const timer = setInterval(() => again(anew), 1000);
    return () => clearInterval(timer);
  }, [over, again]);
  return running ? <ImportReport of={running} /> : null;
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
