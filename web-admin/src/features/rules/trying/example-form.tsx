import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { fieldErrors, freshKey, useAct } from '@/shared/api/act';
import { Dialog } from '@/shared/ui/dialog';
import { FormError } from '@/shared/ui/form-error';
import type { CaseFacts } from './address';
import { type PolicyExample, SaveExampleMutation } from './examples-query';
import { factInputs } from './fact-words';
import { outcomeChoices } from './outcome';
import type { Outcome } from './tried-query';

type ExampleFormProps = {
  title: string;
  /** What it is changed from; left out for a new one. */
  of?: PolicyExample;
  facts: CaseFacts;
  /** What a new one is taken to be. */
  suggested?: Outcome;
  size?: string;
  /** Said before the fields. */
  lead?: ReactNode;
  /** Below the fields: what is known of the case. */
  children?: ReactNode;
  onClose: () => void;
  onSaved: (name: string) => void;
};

/** The name of an example and what every later policy must say of it, kept with its facts. */
export function ExampleForm(props: ExampleFormProps) {
  const { title, of, facts, suggested = 'APPROVE', size, lead, children, onClose, onSaved } = props;
  const [save, busy] = useAct(SaveExampleMutation);
  const [key] = useState(freshKey);
  const [name, setName] = useState(of?.name ?? '');
  const [expected, setExpected] = useState<Outcome>(of?.expected ?? suggested);
  const [errors, setErrors] = useState<Record<string, string>>({});
  return (
    <Dialog onClose={onClose} {...(size ? { size } : {})} title={title}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const { refused } = await save({
            input: {
              ...(of ? { id: of.id } : {}),
              version: of?.version ?? 0,
              name: name.trim(),
              expected,
              facts: factInputs(facts),
              idempotencyKey: key,
            },
          });
          if (refused) {
            setErrors(fieldErrors(refused, ['name']));
            return;
          }
          onSaved(name.trim());
          onClose();
        }}
      >
        <Stack>
          {lead}
          <FormError>{errors.form}</FormError>
          <TextInput
            label="Name"
            description="What it stands for, for example “VIP exchanges a size”."
            required
            maxLength={120}
            data-autofocus
            value={name}
            error={errors.name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label="It must be"
            allowDeselect={false}
            data={[...outcomeChoices]}
            value={expected}
            onChange={(value) => value && setExpected(value as Outcome)}
          />
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Go back
            </Button>
            <Button type="submit" loading={busy} disabled={!name.trim()}>
              Save the example
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
