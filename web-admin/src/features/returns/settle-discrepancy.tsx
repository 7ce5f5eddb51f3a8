import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { useCan } from '@/shared/session/session';
import { refusedToast } from '@/shared/ui/toast';

const SettleMutation = graphql(`
  mutation SettleDiscrepancy($input: SettleDiscrepancyInput!) {
    settleDiscrepancy(input: $input) {
      discrepancy { id settledAt settlement }
      userErrors { field message code }
    }
  }
`);

export function SettleDiscrepancy({ id }: { id: string }) {
  const can = useCan();
  const [settle, busy] = useAct(SettleMutation);
  const [how, setHow] = useState('');
  if (!can('returns:write')) return null;
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        const { refused } = await settle({ input: { discrepancyId: id, settlement: how } });
        if (refused) refusedToast(refused);
      }}
    >
      <Group gap="xs" mt={8}>
        <TextInput
          size="xs"
          style={{ flex: 1 }}
          required
          aria-label="How it was settled"
          placeholder="How it was settled"
          value={how}
          onChange={(event) => setHow(event.currentTarget.value)}
        />
        <Button size="xs" variant="default" type="submit" loading={busy}>
          Settle
        </Button>
      </Group>
    </form>
  );
}
