import { Button, Group, TextInput } from '@mantine/core';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { useCan } from '@/shared/session/session';
import { needed, useActForm } from '@/shared/ui/act-form';

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
  const [settle] = useAct(SettleMutation);
  const form = useActForm({
    initialValues: { settlement: '' },
    validate: { settlement: needed('Say how, in a few words.') },
    act: ({ settlement }) => settle({ input: { discrepancyId: id, settlement } }),
    onDone: () => {},
  });
  if (!can('returns:write')) return null;
  const { errors } = form.fields;
  return (
    <form noValidate onSubmit={form.submit}>
      <Group gap="xs" mt={8} align="flex-start">
        <TextInput
          size="xs"
          style={{ flex: 1 }}
          required
          aria-label="How it was settled"
          placeholder="How it was settled"
          {...form.fields.getInputProps('settlement')}
          error={errors.settlement ?? errors.form}
        />
        <Button size="xs" variant="default" type="submit" loading={form.sending}>
          Settle
        </Button>
      </Group>
    </form>
  );
}
