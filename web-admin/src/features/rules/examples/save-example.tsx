import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconBookmarkPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { freshKey, useAct } from '@/shared/api/act';
import { useCan } from '@/shared/session/session';
import { FormError } from '@/shared/ui/form-error';
import { done } from '@/shared/ui/toast';
import type { CaseFacts } from '../trying/address';
import { factInputs } from '../trying/fact-words';
import { outcomeChoices } from '../trying/outcome';
import type { Outcome } from '../trying/tried-query';
import { SaveExampleMutation } from './examples-query';

type SaveExampleProps = { facts: CaseFacts; suggested: Outcome };

/** Keeps a tried case with the outcome that every later policy must give it. */
export function SaveExample({ facts, suggested }: SaveExampleProps) {
  const [open, setOpen] = useState(false);
  if (!useCan()('rules:write')) return null;
  return (
    <Group>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconBookmarkPlus size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        Save as an example
      </Button>
      {open && <SaveDialog facts={facts} suggested={suggested} onClose={() => setOpen(false)} />}
    </Group>
  );
}

function SaveDialog({ facts, suggested, onClose }: SaveExampleProps & { onClose: () => void }) {
  const [save, busy] = useAct(SaveExampleMutation);
  const [key] = useState(freshKey);
  const [name, setName] = useState('');
  const [expected, setExpected] = useState<Outcome>(suggested);
  const [error, setError] = useState('');
  return (
    <Modal opened onClose={onClose} title="Save as an example" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const { refused } = await save({
            input: { name: name.trim(), expected, facts: factInputs(facts), version: 0, idempotencyKey: key },
          });
          if (refused) {
            setError(refused.map((each) => each.message).join(' '));
            return;
          }
          done(`“${name.trim()}” is kept. No draft that says something else can be published.`);
          onClose();
        }}
      >
        <Stack>
          <Text>From now on a draft that decides this case differently cannot be published.</Text>
          <FormError>{error}</FormError>
          <TextInput
            label="Name"
            description="What it stands for, for example “VIP exchanges a size”."
            required
            maxLength={120}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label="It must be"
            allowDeselect={false}
            data={[...outcomeChoices]}
            value={expected}
            onChange={(value) => value && setExpected(value as Outcome)}
          />
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
