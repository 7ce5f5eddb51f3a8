import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { freshKey, useAct } from '@/shared/api/act';
import { graphql, type ResultOf } from '@/shared/api/graphql';
import { sentence } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { Facts } from '@/shared/ui/panel';
import { Status, type Tone } from '@/shared/ui/status';
import { done, refusedToast } from '@/shared/ui/toast';
import { When } from '@/shared/ui/values';
import css from './messages.module.css';

export const MessageFacts = graphql(`
  fragment MessageFacts on Notification {
    id title occasion audience state reason recipient returnId rmaNumber subject text
    attempts nextAttemptAt happenedAt sentAt canResend templateVersion
  }
`);

const ResendMutation = graphql(`
  mutation ResendNotification($input: ResendNotificationInput!) {
    resendNotification(input: $input) {
      notification { id state reason canResend attempts }
      userErrors { field message code }
    }
  }
`);

export type Message = ResultOf<typeof MessageFacts>;
export type State = Message['state'];

export const tones: Record<State, Tone> = {
  QUEUED: 'calm',
  CLAIMED: 'info',
  HANDING_OVER: 'info',
  SENT: 'good',
  FAILED: 'bad',
  SKIPPED: 'calm',
};

/** Why there is no address: a message that was never to leave may have had none; else it was erased. */
export const unaddressed = (state: State) => (state === 'SKIPPED' ? 'no address' : 'erased');

/** One message of the ledger: what called for it, what became of it and why, and its words. */
export function MessageCard({ of, onDone }: { of: Message; onDone: () => void }) {
  return (
    <Stack>
      <Facts
        of={[
          ['Told', of.occasion],
          [
            'State',
            <Status key="s" tone={tones[of.state]}>
              {sentence(of.state)}
            </Status>,
          ],
          ['Why', of.reason],
          ['To', of.recipient ?? unaddressed(of.state)],
          ['Subject', of.subject ?? 'not written'],
          ['Words', wordsOf(of.templateVersion)],
          ['Tries', of.attempts],
          ['Next try', of.nextAttemptAt ? <When key="n" at={of.nextAttemptAt} /> : 'none'],
          ['Sent', of.sentAt ? <When key="t" at={of.sentAt} /> : 'not sent'],
        ]}
      />
      {of.text ? <pre className={css.plain}>{of.text}</pre> : <Text c="dimmed">Nothing was written.</Text>}
      {of.canResend && (
        <Group>
          <Resend of={of} onDone={onDone} />
          <Text size="sm" c="dimmed">
            To the same address, with the same words. Id <Code>{of.id}</Code>
          </Text>
        </Group>
      )}
    </Stack>
  );
}

function wordsOf(version: number | null) {
  if (version === null) return 'none';
  return version === 0 ? 'Retour’s own' : `yours, version ${version}`;
}

/** Hands a failed message over once more; pressing twice is once. */
export function Resend({ of, onDone }: { of: Pick<Message, 'id'>; onDone?: () => void }) {
  const can = useCan();
  const [resend, busy] = useAct(ResendMutation);
  const [key] = useState(freshKey);
  if (!can('messages:write')) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={busy}
      onClick={async () => {
        const { refused } = await resend({ input: { id: of.id, idempotencyKey: key } });
        if (refused) return refusedToast(refused);
        done('It is handed over once more.');
        onDone?.();
      }}
    >
      Send again
    </Button>
  );
}
