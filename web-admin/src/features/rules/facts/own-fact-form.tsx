import { Checkbox, Group, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useAct, useKey } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { DialogForm, needed, useActForm } from '@/shared/ui/act-form';
import { Dialog } from '@/shared/ui/dialog';
import { done } from '@/shared/ui/toast';
import { pushExample } from './fact-search';
import css from './facts.module.css';
import type { Own } from './own-fact';

const DefineMutation = graphql(`
  mutation DefineCustomFact($input: DefineCustomFactInput!) {
    defineCustomFact(input: $input) { fact { key } userErrors { field message code } }
  }
`);
const DescribeMutation = graphql(`
  mutation DescribeCustomFact($input: DescribeCustomFactInput!) {
    describeCustomFact(input: $input) { fact { key label description } userErrors { field message code } }
  }
`);

const types: { value: Own['type']; label: string }[] = [
  { value: 'TEXT', label: 'A text' },
  { value: 'TEXTS', label: 'Any number of texts' },
  { value: 'COUNT', label: 'A whole number' },
  { value: 'PERCENT', label: 'A percentage' },
  { value: 'MONEY', label: 'An amount of money' },
  { value: 'DATE', label: 'A day' },
  { value: 'FLAG', label: 'Yes or no' },
];
const examples: Partial<Record<Own['type'], string>> = {
  COUNT: '3',
  PERCENT: '12.5',
  MONEY: '49.90',
  DATE: '2026-11-23',
  FLAG: 'true',
};
type FormProps = { of: Own | undefined; onClose: () => void };

/** Adds a fact, or describes one anew: what it is called in sentences; its name and type never change. */
export function OwnFactForm({ of, onClose }: FormProps) {
  const [define] = useAct(DefineMutation);
  const [describe] = useAct(DescribeMutation);
  const key = useKey();
  const form = useActForm({
    initialValues: {
      name: '',
      type: 'TEXT' as Own['type'],
      label: of?.label ?? '',
      description: of?.description ?? '',
      source: 'SHOPPER' as Own['source'],
      attribute: '',
      personal: true,
    },
    validate: {
      label: needed('Say how a sentence names it, for example: the loyalty tier'),
      name: (value) =>
        of || /^[a-z][A-Za-z0-9]{0,39}$/.test(value)
          ? null
          : 'Up to 40 letters and digits, a small letter first: loyaltyTier',
      attribute: of ? () => null : needed('Give the name under which your shop pushes it'),
    },
    act: async (fact) => {
      const { label, description } = fact;
      return of
        ? describe({ input: { key: of.key, label, description } })
        : define({ input: { fact, idempotencyKey: key(fact) } });
    },
    onDone: (_, { label }) => {
      done(of ? 'Saved.' : `Added. Rules can read ${label} now.`);
      onClose();
    },
  });
  const { fields } = form;
  const { name, type, source, attribute } = fields.values;
  return (
    <Dialog onClose={onClose} size="lg" title={of ? `Describe ${of.label}` : 'Add a fact of your own'}>
      <DialogForm of={form} verb={of ? 'Save' : 'Add the fact'} onClose={onClose}>
        <TextInput
          label="How a sentence names it"
          placeholder="the loyalty tier"
          data-autofocus
          {...fields.getInputProps('label')}
        />
        <Textarea
          label="What it says"
          description="For colleagues who choose it in a rule."
          autosize
          minRows={2}
          {...fields.getInputProps('description')}
        />
        {!of && (
          <>
            <TextInput
              label="Name in the API"
              description={`Conditions, files and stored decisions call it custom.${name || 'loyaltyTier'}, for good.`}
              placeholder="loyaltyTier"
              {...fields.getInputProps('name')}
            />
            <Group grow align="flex-start">
              <Select label="It is" allowDeselect={false} data={types} {...fields.getInputProps('type')} />
              <Select
                label="Pushed with"
                allowDeselect={false}
                data={[
                  { value: 'SHOPPER', label: 'The shopper' },
                  { value: 'ORDER', label: 'The order' },
                ]}
                {...fields.getInputProps('source')}
              />
            </Group>
            <TextInput
              label="Attribute"
              description="The name under which your shop pushes it."
              placeholder="loyalty_tier"
              {...fields.getInputProps('attribute')}
            />
            <Checkbox
              label="It says something about a person"
              description="It is then blanked in stored decisions when what was pushed of a shopper is erased."
              {...fields.getInputProps('personal', { type: 'checkbox' })}
            />
            <div>
              <Text size="sm" fw={500} mb={4}>
                What your integration sends
              </Text>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
              <section aria-label="Mutation to send" className={css.code} tabIndex={0}>
                <pre style={{ margin: 0 }}>
                  {pushExample(source, attribute || 'loyalty_tier', examples[type] ?? 'gold')}
                </pre>
              </section>
            </div>
          </>
        )}
      </DialogForm>
    </Dialog>
  );
}
