import { Button, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct, useKey } from '@/shared/api/act';
import { Dialog } from '@/shared/ui/dialog';
import { FormError } from '@/shared/ui/form-error';
import { type ReceiptFacts, UnexpectedMutation } from './receipt-query';

export function UnexpectedItem({ of, onClose }: { of: ReceiptFacts; onClose: () => void }) {
  const [add, adding] = useAct(UnexpectedMutation);
  const key = useKey();
  const [title, setTitle] = useState('');
  const [sku, setSku] = useState('');
  const [quantity, setQuantity] = useState(1);
  const [instead, setInstead] = useState<string | null>(null);
  const [error, setError] = useState('');
  const announced = of.lines.filter((line) => line.itemId !== null);
  return (
    <Dialog onClose={onClose} title="Something else lies in it">
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const input = { receiptId: of.id, title, sku: sku || null, quantity, insteadOfItemId: instead };
          const { refused } = await add({ input: { ...input, idempotencyKey: key(input) } });
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
    </Dialog>
  );
}
