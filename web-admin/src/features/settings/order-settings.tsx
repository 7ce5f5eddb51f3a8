import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { useCan } from '@/shared/session/session';
import { FormError } from '@/shared/ui/form-error';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { done } from '@/shared/ui/toast';
import css from './settings.module.css';

const OrderSettingsQuery = graphql(`query OrderSettings { orderSettings { historyCompleteSince finalSaleTag } }`);
const UpdateMutation = graphql(`
  mutation UpdateOrderSettings($input: UpdateOrderSettingsInput!) {
    updateOrderSettings(input: $input) {
      orderSettings { historyCompleteSince finalSaleTag }
      userErrors { field message code }
    }
  }
`);

type Known = { historyCompleteSince: string | null; finalSaleTag: string | null };

/** What rules may take for known about orders. */
export function OrderSettings() {
  const can = useCan();
  const query = useQuery({ query: OrderSettingsQuery, pause: !can('orders:read') });
  if (!can('orders:read')) return null;
  return <Loaded query={query}>{({ orderSettings }) => <Form of={orderSettings} />}</Loaded>;
}

function Form({ of }: { of: Known }) {
  const may = useCan()('tenant:write');
  const [update, busy] = useAct(UpdateMutation);
  const [since, setSince] = useState(of.historyCompleteSince ?? '');
  const [tag, setTag] = useState(of.finalSaleTag ?? '');
  const [error, setError] = useState('');
  return (
    <Panel title="What is known about orders">
      <Stack className={css.form}>
        <FormError>{error}</FormError>
        <TextInput
          type="date"
          label="Every order is known since"
          description="A shopper’s history counts from then; before, it is unknown, and rules that need it send to review."
          disabled={!may}
          value={since}
          onChange={(event) => setSince(event.currentTarget.value)}
        />
        <TextInput
          label="Tag of final sale products"
          description="A product with it is final sale, one without it is not. Empty: only what a source says."
          disabled={!may}
          value={tag}
          onChange={(event) => setTag(event.currentTarget.value)}
        />
        {may && (
          <Group>
            <Button
              loading={busy}
              onClick={async () => {
                const { refused } = await update({
                  input: {
                    finalSaleTag: tag,
                    ...(since ? { historyCompleteSince: since } : { historyIncomplete: true }),
                  },
                });
                setError(refused?.map((each) => each.message).join(' ') ?? '');
                if (!refused) done('Saved.');
              }}
            >
              Save
            </Button>
          </Group>
        )}
      </Stack>
    </Panel>
  );
}
