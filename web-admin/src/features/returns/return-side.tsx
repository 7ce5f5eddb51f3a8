import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan } from '@/shared/session/session';
import { useTeam } from '@/shared/session/team';
import { CopyId } from '@/shared/ui/copy-id';
import { Facts, Panel } from '@/shared/ui/panel';
import { Notice, Status } from '@/shared/ui/status';
import { When } from '@/shared/ui/values';
import { GiveBackDialog } from './give-back-dialog';
import { NextSteps } from './next-steps';
import { parcelWords } from './parcel-words';
import { refundNames } from './refund-names';
import { RefundPanel } from './refund-panel';
import type { ReturnFacts } from './return-query';
import css from './returns.module.css';
import { SettleDiscrepancy } from './settle-discrepancy';
import type { Step } from './step-dialogs';
import { Waterfall } from './waterfall';
import { WhyPanel } from './why-panel';

const parcels: Record<string, 'good' | 'warn' | 'bad' | 'info' | 'calm'> = {
  DELIVERED: 'good',
  IN_TRANSIT: 'info',
  EXCEPTION: 'bad',
  LOST: 'bad',
};

/** The right column: what is next, why, whose it is, the parcel and the money. */
export function ReturnSide({ of, onStep }: { of: ReturnFacts; onStep: (step: Step) => void }) {
  const can = useCan();
  const { nameOf } = useTeam();
  const [giving, setGiving] = useState(false);
  const live = of.refunds.filter((refund) => refund.state !== 'CANCELED');
  const names = refundNames(live);
  return (
    <div className={css.column}>
      {of.discrepancies
        .filter((each) => !each.settledAt)
        .map((each) => (
          <Notice key={each.id} tone="warn">
            <Text>{each.text}</Text>
            <SettleDiscrepancy id={each.id} />
          </Notice>
        ))}
      <Panel title="Next">
        <NextSteps of={of.teamSteps} />
      </Panel>
      <WhyPanel of={of} />
      {live.map((refund) => (
        <RefundPanel key={refund.id} of={refund} name={names.get(refund.id) ?? 'Refund'} orderId={of.orderId} />
      ))}
      {live.length === 0 && of.estimate && (
        <Panel title="If all goes well">
          <Waterfall of={of.estimate} label="Expected refund" />
        </Panel>
      )}
      {can('refunds:write') && (
        <Button variant="default" leftSection={<IconGift size={16} aria-hidden />} onClick={() => setGiving(true)}>
          Give back shipping or goodwill
        </Button>
      )}
      {giving && <GiveBackDialog returnId={of.id} rmaNumber={of.rmaNumber} onClose={() => setGiving(false)} />}
      <Panel
        title="Parcel"
        aside={
          of.canAnnounceTracking && (
            <Button size="compact-xs" variant="subtle" onClick={() => onStep('track')}>
              Add tracking number
            </Button>
          )
        }
      >
        {of.parcels.length === 0 && <Text c="dimmed">No parcel is expected yet.</Text>}
        <Stack gap={8}>
          {of.parcels.map((parcel) => (
            <div key={parcel.shipmentId}>
              <Status tone={parcels[parcel.state] ?? 'calm'}>{parcelWords(parcel.state, of.items)}</Status>{' '}
              {parcel.trackingNumber && (
                <>
                  {parcel.carrier ?? ''} <CopyId value={parcel.trackingNumber} />
                </>
              )}
              {parcel.movedAt && (
                <Text size="xs" c="dimmed">
                  <When at={parcel.movedAt} />
                </Text>
              )}
            </div>
          ))}
        </Stack>
      </Panel>
      <Panel title="Shopper and order">
        <Facts
          of={[
            ['Shopper', of.shopperName ?? 'not told'],
            ['E-mail', of.shopperEmail ? <CopyId key="e" value={of.shopperEmail} /> : 'not told'],
            [
              'Order',
              <Anchor
                key="o"
                renderRoot={(props) => <Link to="/orders/$orderId" params={{ orderId: of.orderId }} {...props} />}
              >
                {of.orderNumber}
              </Anchor>,
            ],
            ['Assigned to', of.assignee ? nameOf(of.assignee) : 'nobody'],
            ...(of.team ? ([['Team', of.team]] as [string, string][]) : []),
            ...(of.tags.length > 0 ? ([['Tags', of.tags.join(', ')]] as [string, string][]) : []),
          ]}
        />
      </Panel>
      {of.tasks.length > 0 && (
        <Panel title="Tasks">
          <Stack gap={6}>
            {of.tasks.map((task) => (
              <Text key={task.id}>
                <Status tone={task.doneAt ? 'good' : 'warn'}>{task.doneAt ? 'Done' : 'Open'}</Status> {task.text}
                {task.reference && ` (${task.reference})`}
              </Text>
            ))}
          </Stack>
        </Panel>
      )}
    </div>
  );
}
