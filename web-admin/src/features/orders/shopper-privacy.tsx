import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { useCan } from '@/shared/session/session';
import { FormError } from '@/shared/ui/form-error';
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
  const ask = () =>
    modals.open({
      title: 'Erase this shopper?',
      children: <Asking orderId={orderId} then={() => modals.closeAll()} />,
    });
  return (
    <Group mt="sm" gap="xs">
      <Button size="xs" variant="default" loading={taking} onClick={save}>
        Export their data
      </Button>
      <Button size="xs" variant="default" color="red" onClick={ask}>
        Erase the shopper
      </Button>
    </Group>
  );
}

/** Where the button that was pressed is shut until this is ticked, the keyboard goes on from here. */
const comeHere = (box: HTMLInputElement | null) => box?.focus();

function Asking({ orderId, then }: { orderId: string; then: () => void }) {
  const [erase, busy] = useAct(EraseMutation);
  const [open, setOpen] = useState('');
  const [evenWhileOpen, setEvenWhileOpen] = useState(false);
  const [error, setError] = useState('');
  const go = async () => {
    const { payload, refused } = await erase({ input: { orderId, evenWhileOpen } });
    const first = refused?.[0];
    if (first?.field?.at(-1) === 'evenWhileOpen') return setOpen(first.message);
    if (first) return setError(first.message);
    const erasure = payload?.erasure;
    done(
      [
        erasure?.counts.length === 0 ? 'There was nothing left to erase' : 'The shopper is erased',
        ...(erasure?.kept ?? []),
      ]
        .map((sentence) => `${sentence}.`)
        .join(' '),
    );
    then();
  };
  return (
    <Stack>
      <Text>
        Name, addresses, words, photos and messages of all their orders and returns go for good. What was bought,
        decided and paid stays, of nobody any more. What your shop pushes again of these orders comes without the
        person. If you have blocked them, that stays as a keyed hash of their address.
      </Text>
      <FormError>{error}</FormError>
      {open && (
        <Checkbox
          ref={comeHere}
          label="Erase all the same"
          description={open}
          checked={evenWhileOpen}
          onChange={(event) => setEvenWhileOpen(event.currentTarget.checked)}
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={() => modals.closeAll()}>
          Go back
        </Button>
        <Button color="red" loading={busy} disabled={!!open && !evenWhileOpen} onClick={go}>
          Erase for good
        </Button>
      </Group>
    </Stack>
  );
}
