import { Button, Checkbox, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { fieldErrors, freshKey, useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { Dialog } from '@/shared/ui/dialog';
import { FormError } from '@/shared/ui/form-error';
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
const fields = ['name', 'type', 'label', 'description', 'source', 'attribute'];

type FormProps = { of: Own | undefined; onClose: () => void; onSaved: () => void };

/** Adds a fact, or describes one anew: what it is called in sentences; its name and type never change. */
export function OwnFactForm({ of, onClose, onSaved }: FormProps) {
  const [define, defining] = useAct(DefineMutation);
  const [describe, describing] = useAct(DescribeMutation);
  const [idempotencyKey] = useState(freshKey);
  const form = useForm({
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
      label: (value) => (value.trim() ? null : 'Say how a sentence names it, for example: the loyalty tier'),
      name: (value) =>
        of || /^[a-z][A-Za-z0-9]{0,39}$/.test(value)
          ? null
          : 'Up to 40 letters and digits, a small letter first: loyaltyTier',
      attribute: (value) => (of || value.trim() ? null : 'Give the name under which your shop pushes it'),
    },
  });
  const { name, type, source, attribute } = form.values;
  return (
    <Dialog onClose={onClose} size="lg" title={of ? `Describe ${of.label}` : 'Add a fact of your own'}>
      <form
        onSubmit={form.onSubmit(async (values) => {
          const { label, description } = values;
          const { refused } = of
            ? await describe({ input: { key: of.key, label, description } })
            : await define({ input: { fact: values, idempotencyKey } });
          if (refused) return form.setErrors(fieldErrors(refused, fields));
          done(of ? 'Saved.' : `Added. Rules can read ${label} now.`);
          onSaved();
          onClose();
        })}
      >
        <Stack>
          <FormError>{form.errors.form}</FormError>
          <TextInput
            label="How a sentence names it"
            placeholder="the loyalty tier"
            data-autofocus
            {...form.getInputProps('label')}
          />
          <Textarea
            label="What it says"
            description="For colleagues who choose it in a rule."
            autosize
            minRows={2}
            {...form.getInputProps('description')}
          />
          {!of && (
            <>
              <TextInput
                label="Name in the API"
                description={`Conditions, files and stored decisions call it custom.${name || 'loyaltyTier'}, for good.`}
                placeholder="loyaltyTier"
                {...form.getInputProps('name')}
              />
              <Group grow align="flex-start">
                <Select label="It is" allowDeselect={false} data={types} {...form.getInputProps('type')} />
                <Select
                  label="Pushed with"
                  allowDeselect={false}
                  data={[
                    { value: 'SHOPPER', label: 'The shopper' },
                    { value: 'ORDER', label: 'The order' },
                  ]}
                  {...form.getInputProps('source')}
                />
              </Group>
              <TextInput
                label="Attribute"
                description="The name under which your shop pushes it."
                placeholder="loyalty_tier"
                {...form.getInputProps('attribute')}
              />
              <Checkbox
                label="It says something about a person"
                description="It is then blanked in stored decisions when what was pushed of a shopper is erased."
                {...form.getInputProps('personal', { type: 'checkbox' })}
              />
              <div>
                <Text size="sm" fw={500} mb={4}>
                  What your integration sends
                </Text>
                <section aria-label="Mutation to send" className={css.code}>
                  <pre style={{ margin: 0 }}>
                    {pushExample(source, attribute || 'loyalty_tier', examples[type] ?? 'gold')}
                  </pre>
                </section>
              </div>
            </>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={defining || describing}>
              {of ? 'Save' : 'Add the fact'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
