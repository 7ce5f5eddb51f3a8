import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useQuery } from 'urql';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { useCan } from '@/shared/session/session';
import { useActForm } from '@/shared/ui/act-form';
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
  const [update] = useAct(UpdateMutation);
  const form = useActForm({
    initialValues: { historyCompleteSince: of.historyCompleteSince ?? '', finalSaleTag: of.finalSaleTag ?? '' },
    act: ({ historyCompleteSince, finalSaleTag }) =>
      update({
        input: { finalSaleTag, ...(historyCompleteSince ? { historyCompleteSince } : { historyIncomplete: true }) },
      }),
    onDone: () => done('Saved.'),
  });
  const { fields } = form;
  return (
    <Panel title="What is known about orders">
      <form noValidate onSubmit={form.submit}>
        <Stack className={css.form}>
          <FormError>{fields.errors.form}</FormError>
          <TextInput
            type="date"
            label="Every order is known since"
            description="A shopper’s history counts from then; before, it is unknown, and rules that need it send to review."
            disabled={!may}
            {...fields.getInputProps('historyCompleteSince')}
          />
          <TextInput
            label="Tag of final sale products"
            description="A product with it is final sale, one without it is not. Empty: only what a source says."
            disabled={!may}
            {...fields.getInputProps('finalSaleTag')}
          />
          {may && (
            <Group>
              <Button type="submit" loading={form.sending}>
                Save
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Panel>
  );
}
