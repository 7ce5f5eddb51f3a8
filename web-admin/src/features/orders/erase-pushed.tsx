import { Button, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { count } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { done, refusedToast } from '@/shared/ui/toast';

const EraseMutation = graphql(`
  mutation EraseShopperAttributes($input: EraseShopperAttributesInput!) {
    eraseShopperAttributes(input: $input) { erased { attributes facts } userErrors { field message code } }
  }
`);

/** Takes away what integrations pushed of a shopper, after asking. */
export function ErasePushed({ shopperId, name }: { shopperId: string; name: string }) {
  const may = useCan()('orders:write');
  const [erase, busy] = useAct(EraseMutation);
  if (!may) return null;
  const ask = () =>
    modals.openConfirmModal({
      title: `Erase what was pushed of ${name}?`,
      children: (
        <Text>
          The attributes that your integrations pushed with this shopper and their orders go, and the personal facts
          that decisions kept of them are blanked. The decisions stand. Name, messages and photos are not touched. This
          cannot be taken back.
        </Text>
      ),
      labels: { confirm: 'Erase it', cancel: 'Go back' },
      confirmProps: { color: 'red' },
      onConfirm: async () => {
        const { payload, refused } = await erase({ input: { shopperId } });
        if (refused) return refusedToast(refused);
        const { attributes = 0, facts = 0 } = payload.erased ?? {};
        done(
          attributes + facts === 0
            ? 'There was nothing to erase.'
            : `Erased ${count(attributes, 'attribute')} and ${count(facts, 'fact')} in decisions.`,
        );
      },
    });
  return (
    <Button mt="sm" size="xs" variant="default" loading={busy} onClick={ask}>
      Erase what was pushed
    </Button>
  );
}
