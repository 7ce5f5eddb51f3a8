import { NumberInput, Select, Text, TextInput } from '@mantine/core';
import { useAct, useKey } from '@/shared/api/act';
import { DialogForm, needed, useActForm } from '@/shared/ui/act-form';
import { Dialog } from '@/shared/ui/dialog';
import { type ReceiptFacts, UnexpectedMutation } from './receipt-query';

export function UnexpectedItem({ of, onClose }: { of: ReceiptFacts; onClose: () => void }) {
  const [add] = useAct(UnexpectedMutation);
  const key = useKey();
  const announced = of.lines.filter((line) => line.itemId !== null);
  const form = useActForm({
    initialValues: { title: '', sku: '', quantity: 1, insteadOfItemId: null as string | null },
    validate: { title: needed('Say what it is.') },
    act: ({ sku, ...rest }) => {
      const input = { receiptId: of.id, sku: sku || null, ...rest };
      return add({ input: { ...input, idempotencyKey: key(input) } });
    },
    onDone: onClose,
  });
  const { fields } = form;
  return (
    <Dialog onClose={onClose} title="Something else lies in it">
      <DialogForm of={form} verb="Add it" onClose={onClose}>
        <TextInput size="md" label="What it is" required data-autofocus {...fields.getInputProps('title')} />
        <TextInput size="md" label="SKU" {...fields.getInputProps('sku')} />
        <NumberInput
          size="md"
          label="Quantity"
          min={1}
          max={999}
          allowDecimal={false}
          {...fields.getInputProps('quantity')}
          onChange={(value) => fields.setFieldValue('quantity', Number(value) || 1)}
        />
        {announced.length > 0 && (
          <Select
            size="md"
            label="It came instead of"
            placeholder="Nothing that was announced"
            clearable
            data={announced.map((line) => ({ value: line.itemId ?? '', label: line.title }))}
            {...fields.getInputProps('insteadOfItemId')}
          />
        )}
        <Text size="xs" c="dimmed">
          A person looks at it after you close the parcel.
        </Text>
      </DialogForm>
    </Dialog>
  );
}
