import { SegmentedControl, Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Panel } from '@/shared/ui/panel';
import { RulesPage } from '../rules-page';
import type { TryAddress } from './address';
import { FindOrder } from './find-order';
import { FindReturn } from './find-return';
import { OrderCase } from './order-case';
import { OwnCase } from './own-case';
import { TriedDecision } from './tried-decision';

type Kind = 'decision' | 'order' | 'facts';

const kinds: { value: Kind; label: string }[] = [
  { value: 'decision', label: 'Past return' },
  { value: 'order', label: 'Order' },
  { value: 'facts', label: 'Your own case' },
];

function kindOf({ decision, facts, order }: TryAddress): Kind | undefined {
  return decision ? 'decision' : facts ? 'facts' : order ? 'order' : undefined;
}

/** Any past return, any order or any invented case, judged by what is in force and by the draft. */
export function TryPage() {
  const address = useSearch({ from: '/shell/rules/try' });
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Kind>('decision');
  const kind = kindOf(address) ?? chosen;
  return (
    <RulesPage
      title="Try the rules"
      lead="See how a return would be judged by the rules in force and by your draft, and why. Nothing is stored, nobody is told."
    >
      <Stack>
        <Panel>
          <Stack gap="sm">
            <SegmentedControl
              aria-label="What to try"
              style={{ alignSelf: 'start' }}
              data={kinds}
              value={kind}
              onChange={(value) => {
                setChosen(value as Kind);
                void navigate({ to: '/rules/try', search: value === 'facts' ? { facts: {} } : {} });
              }}
            />
            {kind === 'decision' && <FindReturn />}
            {kind === 'order' && <FindOrder order={address.order} />}
          </Stack>
        </Panel>
        {kind === 'decision' && address.decision && <TriedDecision key={address.decision} id={address.decision} />}
        {kind === 'order' && address.order && <OrderCase key={address.order} orderId={address.order} />}
        {kind === 'facts' && <OwnCase facts={address.facts ?? {}} />}
      </Stack>
    </RulesPage>
  );
}
