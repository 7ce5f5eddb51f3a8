import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { freshKey, useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { count } from '@/shared/format/words';
import { FormError } from '@/shared/ui/form-error';
import { done } from '@/shared/ui/toast';

const PublishMutation = graphql(`
  mutation PublishPolicyDraft($input: PublishPolicyDraftInput!) {
    publishPolicyDraft(input: $input) { version { id number } userErrors { field message code } }
  }
`);

type PublishProps = { version: number; told: { text: string }[]; onClose: () => void; onDone: () => void };

/** What changes, in words, and a note for the team; then it is in force. */
export function PublishDialog({ version, told, onClose, onDone }: PublishProps) {
  const [publish, busy] = useAct(PublishMutation);
  const [key] = useState(freshKey);
  const [note, setNote] = useState('');
  const [error, setError] = useState('');
  return (
    <Modal opened onClose={onClose} size="lg" title="Publish the draft" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const outcome = await publish({ input: { version, note: note.trim(), idempotencyKey: key } });
          if (outcome.refused) {
            setError(outcome.refused.map((each) => each.message).join(' '));
            if (outcome.refused.some((each) => each.code === 'STALE')) onDone();
            return;
          }
          done(`Version ${outcome.payload.version?.number ?? ''} is in force for new requests.`);
          onDone();
          onClose();
        }}
      >
        <Stack>
          <Text>
            {count(told.length, 'change')}. Returns that were judged before keep the version they were judged by.
          </Text>
          <ul style={{ margin: 0, paddingLeft: 18 }}>
            {told.map((change) => (
              <li key={change.text}>{change.text}</li>
            ))}
          </ul>
          <FormError>{error}</FormError>
          <Textarea
            label="Note"
            description="What changed and why, for the team."
            required
            maxLength={500}
            autosize
            minRows={2}
            data-autofocus
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Go back
            </Button>
            <Button type="submit" loading={busy} disabled={!note.trim()}>
              Publish
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
