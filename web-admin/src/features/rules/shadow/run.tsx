import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { useAct } from '@/shared/api/act';
import { dayText, relativeTime } from '@/shared/format/time';
import { count, listed } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { Panel } from '@/shared/ui/panel';
import { Notice, Status } from '@/shared/ui/status';
import { refusedToast } from '@/shared/ui/toast';
import css from '../history/history.module.css';
import { OutcomeMatrix } from '../history/outcome-matrix';
import { tellings } from '../history/telling';
import { Differences } from './differences';
import { type ShadowFacts, StopMutation } from './shadow-query';

/** Why a run is over, in the middle of a sentence. */
export const endWords: Record<ShadowFacts['state'], string> = {
  RUNNING: 'running',
  STOPPED: 'stopped by hand',
  DONE: 'its days were over',
  PUBLISHED: 'a new version was published',
  DISCARDED: 'the draft was discarded',
};

/** What came of a run so far: counts, money, and each item that comes out differently. */
export function Run({ of }: { of: ShadowFacts }) {
  const may = useCan()('rules:write');
  const [stop, stopping] = useAct(StopMutation);
  const runs = of.state === 'RUNNING';
  const told = tellings(of);
  return (
    <>
      <Panel
        title={runs ? 'Running now' : `Run of ${dayText(of.startedAt)}`}
        aside={
          runs ? (
            <Group gap="xs">
              <Status tone="info">Running silently</Status>
              {may && (
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconPlayerStop size={14} aria-hidden />}
                  loading={stopping}
                  onClick={async () => {
                    const { refused } = await stop({ input: { shadowRunId: of.id } });
                    if (refused) refusedToast(refused);
                  }}
                >
                  Stop this run
                </Button>
              )}
            </Group>
          ) : (
            <Status tone="calm">Over</Status>
          )
        }
      >
        <Stack gap="sm">
          <Text size="lg" fw={600} role="status">
            {inOneSentence(of, new Date())}
          </Text>
          <Text c="dimmed">
            {runs
              ? `New requests are counted within half a minute. The run ends by itself on ${dayText(of.endsAt)}, or when you publish.`
              : `Ended ${of.endedAt ? dayText(of.endedAt) : ''}: ${endWords[of.state]}.`}{' '}
            An item that is judged again, after a photo came for example, counts again.
          </Text>
          {runs && !of.draftIsUnchanged && (
            <Notice tone="info">
              You changed the draft since. This run still judges by the draft as it was when you started it; to follow
              the new one, stop this run and start another.
            </Notice>
          )}
          {told.length > 0 && (
            <ul className={css.tellings}>
              {told.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          {of.judged > 0 && <OutcomeMatrix of={of} />}
          {of.unknown.length > 0 && (
            <Notice tone="warn">
              The draft reads what nobody knew of some items:{' '}
              {listed(of.unknown.slice(0, 5).map((each) => `${each.fact.label} (${count(each.count, 'time')})`))}. What
              is unknown never approves or rejects; such an item goes to a person.
            </Notice>
          )}
        </Stack>
      </Panel>
      {of.changed > 0 && <Differences key={of.id} of={of} />}
    </>
  );
}

/** `Since it started 2 days ago, 42 items were judged: 39 come out the same, 3 otherwise.` */
export function inOneSentence(of: Pick<ShadowFacts, 'judged' | 'changed' | 'startedAt' | 'state'>, now: Date): string {
  const started = relativeTime(of.startedAt, now);
  const soFar = started === 'just now' ? 'So far' : `Since it started ${started}`;
  const since = of.state === 'RUNNING' ? soFar : 'While it ran';
  if (of.judged === 0) return `${since}, nothing was judged${of.state === 'RUNNING' ? ' yet' : ''}.`;
  const judged = `${count(of.judged, 'item')} ${of.judged === 1 ? 'was' : 'were'} judged`;
  if (of.changed === 0) return `${since}, ${judged}: ${of.judged === 1 ? 'it comes' : 'all come'} out the same.`;
  const same = of.judged - of.changed;
  if (same === 0) return `${since}, ${judged}: ${of.judged === 1 ? 'it comes' : 'all come'} out differently.`;
  return `${since}, ${judged}: ${same.toLocaleString()} ${same === 1 ? 'comes' : 'come'} out the same, ${of.changed.toLocaleString()} differently.`;
}
