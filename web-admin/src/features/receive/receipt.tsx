import { Button, Checkbox, Group, Modal, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconBarcode, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { freshKey, useAct } from '@/shared/api/act';
import { count } from '@/shared/format/words';
import { FormError } from '@/shared/ui/form-error';
import { Loaded } from '@/shared/ui/loaded';
import { Page } from '@/shared/ui/page';
import { Empty } from '@/shared/ui/states';
import { Notice, Status } from '@/shared/ui/status';
import { done } from '@/shared/ui/toast';
import { LineCard } from './line-card';
import { CloseMutation, type ReceiptFacts, ReceiptQuery, UnexpectedMutation } from './receipt-query';
import css from './receive.module.css';

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
  const units = of.lines.reduce((sum, line) => sum + line.received, 0);
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
          {of.closedAt ? <Status tone="good">Closed</Status> : <Status tone="info">Counting</Status>}
        </Group>
      }
      lead={of.return?.shopperName ?? (of.return ? undefined : 'A parcel that belongs to no known return.')}
    >
      <Stack>
        {of.lines.length === 0 && (
          <Notice tone="info">This parcel announces nothing. Add what lies in it as unexpected items.</Notice>
        )}
        {of.lines.map((line) => (
          <LineCard key={line.id} receipt={of} line={line} />
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
          <Close of={of} units={units} />
        )}
      </Stack>
      {adding && <Unexpected of={of} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Close({ of, units }: { of: ReceiptFacts; units: number }) {
  const [close, closing] = useAct(CloseMutation);
  const navigate = useNavigate();
  const short = of.lines.some((line) => !line.unexpected && line.received < line.expected);
  const [more, setMore] = useState(true);
  const [error, setError] = useState('');
  return (
    <div className={css.foot}>
      {short && (
        <Checkbox
          size="md"
          label="The rest comes in another parcel"
          description={more ? undefined : 'What did not come is missing; a person will look at it.'}
          checked={more}
          onChange={(event) => setMore(event.currentTarget.checked)}
        />
      )}
      <FormError>{error}</FormError>
      <Button
        size="lg"
        loading={closing}
        disabled={units === 0}
        onClick={async () => {
          const { refused } = await close({ input: { receiptId: of.id, expectMore: more } });
          if (refused) return setError(refused.map((each) => each.message).join(' '));
          done(`${of.return?.rmaNumber ?? of.code}: ${count(units, 'item')} received; the shopper is told.`);
          await navigate({ to: '/receive' });
        }}
      >
        {units === 0 ? 'Count what came first' : `Close with ${count(units, 'item')}`}
      </Button>
    </div>
  );
}

function Unexpected({ of, onClose }: { of: ReceiptFacts; onClose: () => void }) {
  const [add, adding] = useAct(UnexpectedMutation);
  const [key] = useState(freshKey);
  const [title, setTitle] = useState('');
  const [sku, setSku] = useState('');
  const [quantity, setQuantity] = useState(1);
  const [instead, setInstead] = useState<string | null>(null);
  const [error, setError] = useState('');
  const announced = of.lines.filter((line) => line.itemId !== null);
  return (
    <Modal opened onClose={onClose} title="Something else lies in it" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const { refused } = await add({
            input: {
              receiptId: of.id,
              title,
              sku: sku || null,
              quantity,
              insteadOfItemId: instead,
              idempotencyKey: key,
            },
          });
          if (refused) return setError(refused.map((each) => each.message).join(' '));
          onClose();
        }}
      >
        <Stack>
          <FormError>{error}</FormError>
          <TextInput
            size="md"
            label="What it is"
            required
            data-autofocus
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextInput size="md" label="SKU" value={sku} onChange={(event) => setSku(event.currentTarget.value)} />
          <NumberInput
            size="md"
            label="Quantity"
            min={1}
            max={999}
            allowDecimal={false}
            value={quantity}
            onChange={(value) => setQuantity(Number(value) || 1)}
          />
          {announced.length > 0 && (
            <Select
              size="md"
              label="It came instead of"
              placeholder="Nothing that was announced"
              clearable
              data={announced.map((line) => ({ value: line.itemId ?? '', label: line.title }))}
              value={instead}
              onChange={setInstead}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Go back
            </Button>
            <Button type="submit" loading={adding}>
              Add it
            </Button>
          </Group>
          <Text size="xs" c="dimmed">
            A person looks at it after you close the parcel.
          </Text>
        </Stack>
      </form>
    </Modal>
  );
}
