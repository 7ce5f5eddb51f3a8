import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useQuery } from 'urql';
import { fieldErrors, freshKey, useAct } from '@/shared/api/act';
import { FormError } from '@/shared/ui/form-error';
import { Loaded } from '@/shared/ui/loaded';
import { VocabularyQuery } from '../policy-query';
import type { CaseFacts } from '../trying/address';
import { factInputs } from '../trying/fact-words';
import { outcomeChoices } from '../trying/outcome';
import { CaseForm } from '../trying/own-case';
import type { Outcome } from '../trying/tried-query';
import { type PolicyExample, SaveExampleMutation } from './examples-query';

type ExampleDialogProps = {
  /** Left out for a new one. */
  of?: PolicyExample;
  onClose: () => void;
  onSaved: () => void;
};

/** A case written or changed by hand: its name, what is known of it, and what every policy must say of it. */
export function ExampleDialog({ of, onClose, onSaved }: ExampleDialogProps) {
  const vocabulary = useQuery({ query: VocabularyQuery });
  const [save, busy] = useAct(SaveExampleMutation);
  const [key] = useState(freshKey);
  const [name, setName] = useState(of?.name ?? '');
  const [expected, setExpected] = useState<Outcome>(of?.expected ?? 'APPROVE');
  const [facts, setFacts] = useState<CaseFacts>(() =>
    Object.fromEntries((of?.facts ?? []).map((each) => [each.fact, each.values])),
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const keep = useCallback((changed: CaseFacts) => setFacts(changed), []);
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={of ? 'Change the example' : 'Add an example'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
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
          onSaved();
          onClose();
        }}
      >
        <Stack>
          <FormError>{errors.form}</FormError>
          <Group grow align="start">
            <TextInput
              label="Name"
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
          </Group>
          <Text fw={600}>What is known</Text>
          <Loaded query={vocabulary}>
            {({ ruleVocabulary }) => <CaseForm vocabulary={ruleVocabulary} given={facts} onChange={keep} />}
          </Loaded>
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
    </Modal>
  );
}
