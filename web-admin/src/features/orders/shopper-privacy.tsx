import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { type Outcome, useAct } from '@/shared/api/act';
import { graphql, type ResultOf } from '@/shared/api/graphql';
import { useCan } from '@/shared/session/session';
import { DialogForm, useActForm } from '@/shared/ui/act-form';
import { Dialog } from '@/shared/ui/dialog';
import { done, refusedToast } from '@/shared/ui/toast';

const ExportMutation = graphql(`
  mutation ExportShopper($input: ExportShopperInput!) {
    exportShopper(input: $input) { data userErrors { field message code } }
  }
`);
const EraseMutation = graphql(`
  mutation EraseShopper($input: EraseShopperInput!) {
    eraseShopper(input: $input) { erasure { counts { kind count } kept } userErrors { field message code } }
  }
`);

/** Hands out everything that is kept of who bought this, and erases them. */
export function ShopperPrivacy({ orderId, number }: { orderId: string; number: string }) {
  const may = useCan()('privacy:write');
  const [take, taking] = useAct(ExportMutation);
  const [asking, setAsking] = useState(false);
  if (!may) return null;
  const save = async () => {
    const { payload, refused } = await take({ input: { orderId } });
    if (refused) return refusedToast(refused);
    const file = new Blob([JSON.stringify(payload.data, null, 2)], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `shopper-of-${number.replace(/[^\w-]/g, '')}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <Group mt="sm" gap="xs">
      <Button size="xs" variant="default" loading={taking} onClick={save}>
        Export their data
      </Button>
      <Button size="xs" variant="default" color="red" onClick={() => setAsking(true)}>
        Erase the shopper
      </Button>
      {asking && <EraseShopper orderId={orderId} onClose={() => setAsking(false)} />}
    </Group>
  );
}

/** Where the button that was pressed is shut until this is ticked, the keyboard goes on from here. */
const comeHere = (box: HTMLInputElement | null) => box?.focus();

type Erased = Pick<ResultOf<typeof EraseMutation>['eraseShopper'], 'erasure'>;

/** Only where returns are open does the server ask whether to erase all the same. */
export function EraseShopper({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const [erase] = useAct(EraseMutation);
  const [open, setOpen] = useState('');
  const form = useActForm({
    initialValues: { evenWhileOpen: false },
    act: async ({ evenWhileOpen }): Promise<Outcome<Erased>> => {
      const outcome = await erase({ input: { orderId, evenWhileOpen } });
      const question = outcome.refused?.find(({ field }) => field?.at(-1) === 'evenWhileOpen');
      if (!question) return outcome;
      setOpen(question.message);
      return { refused: [] };
    },
    onDone: ({ erasure }) => {
      const first = erasure?.counts.length === 0 ? 'There was nothing left to erase' : 'The shopper is erased';
      done([first, ...(erasure?.kept ?? [])].map((sentence) => `${sentence}.`).join(' '));
      onClose();
    },
  });
  const { fields } = form;
  return (
    <Dialog onClose={onClose} title="Erase this shopper?">
      <DialogForm
        of={form}
        verb="Erase for good"
        color="red"
        disabled={!!open && !fields.values.evenWhileOpen}
        onClose={onClose}
      >
        <Text>
          Name, addresses, words, photos and messages of all their orders and returns go for good. What was bought,
          decided and paid stays, of nobody any more. What your shop pushes again of these orders comes without the
          person. If you have blocked them, that stays as a keyed hash of their address.
        </Text>
        {open && (
          <Checkbox
            ref={comeHere}
            label="Erase all the same"
            description={open}
            {...fields.getInputProps('evenWhileOpen', { type: 'checkbox' })}
          />
        )}
      </DialogForm>
    </Dialog>
  );
}
