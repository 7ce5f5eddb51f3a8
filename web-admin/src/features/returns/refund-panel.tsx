import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { sentence } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { Panel } from '@/shared/ui/panel';
import { Notice, Status, type Tone } from '@/shared/ui/status';
import { When } from '@/shared/ui/values';
import { RefundDialog } from './refund-dialogs';
import { type RefundAction, refundSteps } from './refund-steps';
import type { RefundFacts } from './return-query';
import { Waterfall } from './waterfall';

export const refundTones: Record<string, Tone> = {
  ESTIMATED: 'calm',
  DUE: 'warn',
  ISSUING: 'info',
  ISSUED: 'good',
  FAILED: 'bad',
  CANCELED: 'calm',
};

export const verbs: Record<RefundAction, string> = {
  paid: 'Mark as paid',
  tender: 'Choose the means',
  adjust: 'Adjust',
  failed: 'It failed',
  retry: 'Put back to due',
  cancel: 'Give up',
};

/** A refund that waits is due, and still nobody is to pay it as it is. */
export const stateWords = (of: Pick<RefundFacts, 'state' | 'held'>) => (of.held ? 'Waits' : sentence(of.state));

export function RefundPanel({ of, name, orderId }: { of: RefundFacts; name: string; orderId?: string }) {
  const can = useCan();
  const [action, setAction] = useState<RefundAction>();
  const steps = refundSteps(of);
  const underWay = of.state === 'ISSUING' && !of.outcomeUnknown;
  return (
    <Panel title={name} aside={<Status tone={refundTones[of.state] ?? 'calm'}>{stateWords(of)}</Status>}>
      <Stack gap="sm">
        <Waterfall of={of.waterfall} label="In all" name={name} />
        {of.advance && (
          <Text c="dimmed">
            <Status tone="info">Advance</Status>{' '}
            {of.state === 'ISSUED' ? 'Paid before the goods were received.' : 'Due before the goods are received.'}
          </Text>
        )}
        {of.needsPersonBecause && <Notice tone="warn">{of.needsPersonBecause}</Notice>}
        {underWay && <Text c="dimmed">It is being paid; the answer comes by itself.</Text>}
        {of.outcomeUnknown ? (
          <Notice tone="warn">
            Nobody knows whether it was paid: {of.failure}. Find out, then say how it went; asking again would not pay
            twice.
          </Notice>
        ) : (
          of.failure && <Notice tone="bad">{of.failure}</Notice>
        )}
        {of.reference && (
          <Text c="dimmed">
            Reference {of.reference}
            {of.issuedAt && (
              <>
                , <When at={of.issuedAt} />
              </>
            )}
          </Text>
        )}
        {of.document && (
          <Text c="dimmed">
            Document{' '}
            <Anchor href={of.document.csvPath} download aria-label={`Download the lines of ${of.document.number}`}>
              {of.document.number}
            </Anchor>
          </Text>
        )}
        {can('refunds:write') && steps.length > 0 && (
          <Group gap="xs">
            {steps.map((step, at) => (
              <Button
                key={step}
                size="xs"
                {...(step === 'cancel' ? { variant: 'subtle', color: 'red' } : at > 0 ? { variant: 'default' } : {})}
                onClick={() => setAction(step)}
              >
                {step === 'paid' && of.outcomeUnknown ? 'It was paid' : verbs[step]}
              </Button>
            ))}
          </Group>
        )}
      </Stack>
      {action && <RefundDialog of={of} action={action} orderId={orderId} onClose={() => setAction(undefined)} />}
    </Panel>
  );
}
