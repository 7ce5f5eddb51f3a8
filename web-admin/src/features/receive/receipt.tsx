import { Button, Group, Stack } from '@mantine/core';
import { IconBarcode, IconPlus } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useQuery } from 'urql';
import { count } from '@/shared/format/words';
import { Loaded } from '@/shared/ui/loaded';
import { Page } from '@/shared/ui/page';
import { Empty } from '@/shared/ui/states';
import { Notice, Status } from '@/shared/ui/status';
import { CloseParcel } from './close-parcel';
import type { Drafts } from './grading';
import { LineCard } from './line-card';
import { type ReceiptFacts, ReceiptQuery } from './receipt-query';
import { UnexpectedItem } from './unexpected-item';

export function ReceiptPage() {
  const { receiptId } = useParams({ from: '/shell/receive/$receiptId' });
  const query = useQuery({ query: ReceiptQuery, variables: { id: receiptId } });
  return (
    <Loaded query={query}>
      {({ receipt }) =>
        receipt ? (
          <Receipt of={receipt} />
        ) : (
          <Empty icon={IconBarcode} title="No such parcel">
            <Link to="/receive">Scan another one</Link>.
          </Empty>
        )
      }
    </Loaded>
  );
}

function Receipt({ of }: { of: ReceiptFacts }) {
  const [adding, setAdding] = useState(false);
  const [drafts, setDrafts] = useState<Drafts>({});
  const sending = useRef(new Set<Promise<unknown>>());
  const onSend = async <T,>(promise: Promise<T>): Promise<T> => {
    sending.current.add(promise);
    try {
      return await promise;
    } finally {
      sending.current.delete(promise);
    }
  };
  const left = of.unitsToInspect;
  const name = of.return?.rmaNumber ?? of.code;
  return (
    <Page
      title={name}
      narrow
      heading={
        <Group gap="xs">
          {of.return ? (
            <Link to="/returns/$returnId" params={{ returnId: of.return.id }} style={{ color: 'inherit' }}>
              {name}
            </Link>
          ) : (
            name
          )}
          {of.closedAt ? (
            <Status tone={left > 0 ? 'warn' : 'good'}>{left > 0 ? 'To inspect' : 'Closed'}</Status>
          ) : (
            <Status tone="info">Counting</Status>
          )}
        </Group>
      }
      lead={of.return?.shopperName ?? (of.return ? undefined : 'A parcel that belongs to no known return.')}
    >
      <Stack>
        {of.closedAt && left > 0 && (
          <Notice tone="warn">
            {count(left, 'unit')} {left === 1 ? 'waits' : 'wait'} for inspection. Refunds that wait for it fall due once
            they have a grade.
          </Notice>
        )}
        {of.lines.length === 0 && (
          <Notice tone="info">This parcel announces nothing. Add what lies in it as unexpected items.</Notice>
        )}
        {of.lines.map((line) => (
          <LineCard
            key={line.id}
            receipt={of}
            line={line}
            draft={drafts[line.id]}
            onDraft={(draft) => setDrafts((all) => ({ ...all, [line.id]: draft }))}
            onSend={onSend}
          />
        ))}
        {!of.closedAt && (
          <Button
            variant="default"
            size="md"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            Something else lies in it
          </Button>
        )}
        {of.closedAt ? (
          <Button size="lg" renderRoot={(props) => <Link to="/receive" {...props} />}>
            Scan the next parcel
          </Button>
        ) : (
          <CloseParcel of={of} drafts={drafts} underway={() => Promise.allSettled(sending.current)} />
        )}
      </Stack>
      {adding && <UnexpectedItem of={of} onClose={() => setAdding(false)} />}
    </Page>
  );
}
