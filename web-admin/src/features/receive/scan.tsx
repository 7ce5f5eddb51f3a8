import { Button, Stack, Text, TextInput } from '@mantine/core';
import { IconBarcode, IconScan } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { freshKey, useAct } from '@/shared/api/act';
import { troubleOf } from '@/shared/api/client';
import { graphql } from '@/shared/api/graphql';
import { nodesOf } from '@/shared/api/pages';
import { count } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/loaded';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { Empty, Forbidden } from '@/shared/ui/states';
import { Notice } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { When } from '@/shared/ui/values';
import { OpenMutation } from './receipt-query';
import css from './receive.module.css';
import { signal } from './signal';

const CodeQuery = graphql(`
  query ScannedCode($code: String!) {
    scannedCode(code: $code) { warning openReceipt { id } return { id rmaNumber } }
  }
`);

const OpenQuery = graphql(`
  query OpenReceipts {
    openReceipts(first: 50) { edges { node { id code openedAt return { id rmaNumber } lines { id received } } } }
  }
`);

type Ask = { code: string; question: string; unknown: boolean };

export function Scan() {
  const can = useCan();
  if (!can('receive:write')) return <Forbidden what="Receiving parcels is closed to your role." />;
  return (
    <Page title="Receive" narrow lead="Scan the code on the return slip, or type an RMA or tracking number.">
      <Stack>
        <ScanField />
        <OpenReceipts />
      </Stack>
    </Page>
  );
}

/** One big field. A keyboard wedge types the code and Enter; after each scan it is empty and has the focus again. */
function ScanField() {
  const client = useClient();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [open, opening] = useAct(OpenMutation);
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState('');
  const [ask, setAsk] = useState<Ask>();

  const fail = (message: string) => {
    signal(false);
    setProblem(message);
    setCode('');
    field.current?.focus();
  };
  const begin = async (scanned: string, acceptUnknown: boolean) => {
    const outcome = await open({ input: { code: scanned, acceptUnknown, idempotencyKey: freshKey() } });
    if (outcome.refused) return fail(outcome.refused.map((each) => each.message).join(' '));
    signal(true);
    if (outcome.payload.receipt)
      await navigate({ to: '/receive/$receiptId', params: { receiptId: outcome.payload.receipt.id } });
  };
  const scan = async (event: FormEvent) => {
    event.preventDefault();
    const scanned = code.trim();
    if (!scanned) return;
    setProblem('');
    setAsk(undefined);
    const { data, error } = await client.query(CodeQuery, { code: scanned }, { requestPolicy: 'network-only' });
    if (error) return fail(troubleOf(error).message);
    const found = data?.scannedCode;
    if (found && !found.warning) return begin(scanned, false);
    signal(false);
    setCode('');
    setAsk(
      found
        ? { code: scanned, question: found.warning ?? '', unknown: false }
        : { code: scanned, question: `“${scanned}” belongs to no return that we know.`, unknown: true },
    );
  };

  return (
    <form className={css.scan} onSubmit={scan}>
      <TextInput
        ref={field}
        size="xl"
        label="Code"
        placeholder="R-1001"
        autoFocus
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="go"
        leftSection={<IconScan size={24} aria-hidden />}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      {problem && (
        <Notice tone="bad" alert>
          {problem}
        </Notice>
      )}
      {ask && (
        <Notice tone="warn" alert>
          <Text mb={8}>{ask.question}</Text>
          <Button size="md" fullWidth loading={opening} onClick={() => void begin(ask.code, ask.unknown)}>
            {ask.unknown ? 'Receive it as an unknown parcel' : 'Receive it all the same'}
          </Button>
        </Notice>
      )}
      <Button type="submit" size="lg" loading={opening} disabled={!code.trim()}>
        Open the parcel
      </Button>
    </form>
  );
}

function OpenReceipts() {
  const query = useQuery({ query: OpenQuery });
  return (
    <Panel title="Not closed yet" flush>
      <Loaded query={query}>
        {({ openReceipts }) => {
          const rows = nodesOf(openReceipts);
          if (rows.length === 0) {
            return (
              <Empty icon={IconBarcode} title="No open parcels">
                A parcel that you scan stays here until you close it. The shopper is told when you do.
              </Empty>
            );
          }
          return (
            <Table
              label={count(rows.length, 'open parcel')}
              rows={rows}
              keyOf={(row) => row.id}
              columns={[
                {
                  name: 'Parcel',
                  cell: (row) => (
                    <Link to="/receive/$receiptId" params={{ receiptId: row.id }}>
                      {row.return?.rmaNumber ?? row.code}
                    </Link>
                  ),
                },
                {
                  name: 'Counted',
                  right: true,
                  cell: (row) => row.lines.reduce((sum, line) => sum + line.received, 0),
                },
                { name: 'Opened', cell: (row) => <When at={row.openedAt} /> },
              ]}
            />
          );
        }}
      </Loaded>
    </Panel>
  );
}
