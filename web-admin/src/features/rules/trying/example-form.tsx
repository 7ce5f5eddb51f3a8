import { Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { freshKey, useAct } from '@/shared/api/act';
import { DialogForm, useActForm } from '@/shared/ui/act-form';
import { Dialog } from '@/shared/ui/dialog';
import type { ExampleFacts } from './address';
import { type PolicyExample, SaveExampleMutation } from './examples-query';
import { factInputs } from './fact-words';
import { outcomeChoices } from './outcome';
import type { Outcome } from './tried-query';

type ExampleFormProps = {
  title: string;
  /** What it is changed from; left out for a new one. */
  of?: PolicyExample;
  facts: ExampleFacts;
  /** What a new one is taken to be. */
  suggested?: Outcome;
  size?: string;
  /** Said before the fields. */
  lead?: ReactNode;
  /** Below the fields: what is known of the case. */
  children?: ReactNode;
  onClose: () => void;
  onSaved?: (name: string) => void;
};

/** The name of an example and what every later policy must say of it, kept with its facts. */
export function ExampleForm(props: ExampleFormProps) {
  const { title, of, facts, suggested = 'APPROVE', size, lead, children, onClose, onSaved } = props;
  const [save] = useAct(SaveExampleMutation);
  const [idempotencyKey] = useState(freshKey);
  const form = useActForm({
    initialValues: { name: of?.name ?? '', expected: of?.expected ?? suggested },
    act: ({ name, expected }) =>
      save({
        input: {
          ...(of ? { id: of.id } : {}),
          version: of?.version ?? 0,
          name: name.trim(),
          expected,
          facts: factInputs(facts),
          idempotencyKey,
        },
      }),
    onDone: (_, { name }) => {
      onSaved?.(name.trim());
      onClose();
    },
  });
  const { fields } = form;
  return (
    <Dialog onClose={onClose} {...(size ? { size } : {})} title={title}>
      <DialogForm of={form} verb="Save the example" disabled={!fields.values.name.trim()} onClose={onClose}>
        {lead}
        <TextInput
          label="Name"
          description="What it stands for, for example “VIP exchanges a size”."
          required
          maxLength={120}
          data-autofocus
          {...fields.getInputProps('name')}
        />
        <Select
          label="It must be"
          allowDeselect={false}
          data={[...outcomeChoices]}
          {...fields.getInputProps('expected')}
        />
        {children}
      </DialogForm>
    </Dialog>
  );
}
