import { Button, Group, Menu, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowBackUp, IconCheck, IconDots, IconPhotoQuestion, IconX } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { anew } from '@/shared/api/policies';
import { count } from '@/shared/format/words';
import { Gauge, Headline } from '@/shared/returns/headline';
import { useCan } from '@/shared/session/session';
import { CopyId } from '@/shared/ui/copy-id';
import { Loaded } from '@/shared/ui/loaded';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { Money, When } from '@/shared/ui/values';
import { decidable } from './decide';
import { DecideDialog, type Mode } from './decide-dialog';
import { ItemCard } from './item-card';
import { type ReturnFacts, ReturnQuery } from './return-query';
import { ReturnSide } from './return-side';
import css from './returns.module.css';
import { type Step, StepDialog } from './step-dialogs';
import { Timeline } from './timeline';

export function ReturnDetail() {
  const { returnId } = useParams({ from: '/shell/returns/$returnId' });
  const query = useQuery({ query: ReturnQuery, variables: { id: returnId } });
  return (
    <Loaded query={query}>
      {(data) =>
        data.return ? (
          <Detail of={data.return} reload={() => query[1](anew)} />
        ) : (
          <Empty icon={IconArrowBackUp} title="No such return">
            It does not exist, or belongs to another business.
          </Empty>
        )
      }
    </Loaded>
  );
}

function Detail({ of, reload }: { of: ReturnFacts; reload: () => void }) {
  const can = useCan();
  const [mode, setMode] = useState<Mode>();
  const [step, setStep] = useState<Step>();
  const open = decidable(of.items);
  const units = open.reduce((sum, item) => sum + item.quantity, 0);
  const mayDecide = can('returns:decide') && open.length > 0;
  const decide = (wanted: Mode) => () => mayDecide && setMode(wanted);
  useHotkeys([
    ['a', decide('approve')],
    ['x', decide('reject')],
    ['e', decide('ask')],
  ]);
  return (
    <Page
      title={of.rmaNumber}
      heading={
        <span className={css.head}>
          <CopyId value={of.rmaNumber} />
          <Headline of={of.headline} />
          <Gauge of={of} />
        </span>
      }
      lead={
        <>
          Requested <When at={of.requestedAt} /> · {count(of.items.length, 'item')} worth <Money of={of.value} />
        </>
      }
      actions={
        <Group gap="xs">
          {mayDecide && (
            <>
              <Button
                variant="default"
                leftSection={<IconPhotoQuestion size={16} aria-hidden />}
                onClick={decide('ask')}
              >
                Ask for evidence
              </Button>
              <Button variant="default" leftSection={<IconX size={16} aria-hidden />} onClick={decide('reject')}>
                Reject
              </Button>
            </>
          )}
          <More of={of} onStep={setStep} />
          {mayDecide && (
            <Button leftSection={<IconCheck size={16} aria-hidden />} onClick={decide('approve')}>
              Approve {count(units, 'item')}
            </Button>
          )}
        </Group>
      }
    >
      <div className={css.columns}>
        <div className={css.column}>
          <Panel title={count(of.items.length, 'item')} flush>
            {of.items.map((item) => (
              <ItemCard key={item.id} item={item} />
            ))}
          </Panel>
          {of.evidenceRequests.map((request) => (
            <Panel key={request.id} title="Evidence asked for">
              <Text>
                {[
                  request.photosWanted > 0 && count(request.photosWanted, 'photo'),
                  request.commentWanted && 'a description',
                ]
                  .filter(Boolean)
                  .join(' and ')}
                {request.state === 'WANTED' ? (
                  <>
                    , due <When at={request.by} />
                  </>
                ) : (
                  ` · ${request.state.toLowerCase()}`
                )}
              </Text>
              {request.message && <blockquote className={css.quote}>{request.message}</blockquote>}
            </Panel>
          ))}
        </div>
        <Timeline of={of} />
        <ReturnSide of={of} onStep={setStep} />
      </div>
      {mode && <DecideDialog of={of} mode={mode} onClose={() => setMode(undefined)} onStale={reload} />}
      {step && <StepDialog of={of} step={step} onClose={() => setStep(undefined)} onStale={reload} />}
    </Page>
  );
}

function More({ of, onStep }: { of: ReturnFacts; onStep: (step: Step) => void }) {
  const can = useCan();
  const steps: [Step, string, boolean][] = [
    ['track', 'Add a tracking number', of.canAnnounceTracking && can('returns:write')],
    ['assign', 'Assign to somebody', can('returns:write')],
    ['release', 'Let approved items go ahead', Boolean(of.approvedWaitUntil) && can('returns:decide')],
    ['cancel', 'Cancel this return', of.canCancel && can('returns:write')],
    ['close', 'Close by hand', !of.closedAt && can('returns:decide')],
  ];
  const offered = steps.filter(([, , possible]) => possible);
  if (offered.length === 0 && !of.slipPath) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" px={10} aria-label="More steps">
          <IconDots size={18} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {of.slipPath && (
          <Menu.Item component="a" href={of.slipPath} target="_blank">
            Open the return slip
          </Menu.Item>
        )}
        {offered.map(([step, label]) => (
          <Menu.Item key={step} onClick={() => onStep(step)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
