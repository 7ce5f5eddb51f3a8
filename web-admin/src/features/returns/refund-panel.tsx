import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { sentence } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { Panel } from '@/shared/ui/panel';
import { Notice, Status, type Tone } from '@/shared/ui/status';
import { When } from '@/shared/ui/values';
import { type RefundAction, RefundDialog } from './refund-dialogs';
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

export function RefundPanel({ of }: { of: RefundFacts }) {
  const can = useCan();
  const [action, setAction] = useState<RefundAction>();
  const payable = of.state === 'DUE' || of.state === 'ISSUING';
  return (
    <Panel title="Refund" aside={<Status tone={refundTones[of.state] ?? 'calm'}>{sentence(of.state)}</Status>}>
      <Stack gap="sm">
        <Waterfall of={of.waterfall} label="Refund" />
        {of.advance && <Text c="dimmed">Paid before the goods were received.</Text>}
        {of.needsPersonBecause && <Notice tone="warn">{of.needsPersonBecause}</Notice>}
        {of.failure && <Notice tone="bad">{of.failure}</Notice>}
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
        {can('refunds:write') && (
          <Group gap="xs">
            {payable && (
              <Button size="xs" onClick={() => setAction('paid')}>
                Mark as paid
              </Button>
            )}
            {of.needsPersonBecause && payable && (
              <Button size="xs" variant="default" onClick={() => setAction('tender')}>
                Choose the means
              </Button>
            )}
            {of.state === 'DUE' && (
              <Button size="xs" variant="default" onClick={() => setAction('adjust')}>
                Adjust
              </Button>
            )}
            {payable && (
              <Button size="xs" variant="default" onClick={() => setAction('failed')}>
                It failed
              </Button>
            )}
            {of.state === 'FAILED' && (
              <Button size="xs" variant="default" onClick={() => setAction('retry')}>
                Put back to due
              </Button>
            )}
            {(of.state === 'DUE' || of.state === 'FAILED') && (
              <Button size="xs" variant="subtle" color="red" onClick={() => setAction('cancel')}>
                Give up
              </Button>
            )}
          </Group>
        )}
      </Stack>
      {action && <RefundDialog of={of} action={action} onClose={() => setAction(undefined)} />}
    </Panel>
  );
}
