import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useCan } from '@/shared/session/session';
import { Panel } from '@/shared/ui/panel';
import { When } from '@/shared/ui/values';
import { type BackTest, BackTestsQuery } from './back-test-query';
import css from './history.module.css';
import { ProgressBar } from './progress-bar';
import { StartBackTest } from './start-back-test';
import { isUnderWay, tellings } from './telling';
import { useProgress } from './use-progress';

const mostLines = 3;

/** Beside the policy: what the draft would change on real history, or a way to find out. Nothing without a draft. */
export function BackTestCard() {
  const [{ data }] = useQuery({ query: BackTestsQuery });
  if (!data?.policy.draft) return null;
  return <Card draftSavedAt={data.policy.draft.savedAt} newest={data.backTests[0]} />;
}

type CardProps = { draftSavedAt: string; newest: BackTest | undefined };

function Card({ draftSavedAt, newest }: CardProps) {
  const may = useCan()('rules:write');
  return (
    <Panel title="On your history">
      <Stack gap="sm">
        {newest ? (
          <Newest key={newest.id} of={newest} draftSavedAt={draftSavedAt} />
        ) : (
          <Text c="dimmed">See what this draft would have said of the returns you really had.</Text>
        )}
        {may && !(newest && isUnderWay(newest)) && <StartBackTest compact {...(newest ? { days: newest.days } : {})} />}
      </Stack>
    </Panel>
  );
}

function Newest({ of: given, draftSavedAt }: { of: BackTest; draftSavedAt: string }) {
  const test = useProgress(given);
  if (isUnderWay(test)) return <ProgressBar of={test} />;
  const told = tellings(test);
  return (
    <>
      {told.length === 0 ? (
        <Text>{test.judged === 0 ? 'Nothing was judged in these days.' : 'No item would come out differently.'}</Text>
      ) : (
        <ul className={css.tellings}>
          {told.slice(0, mostLines).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <Text size="sm" c="dimmed">
        Last {test.days} days, run <When at={test.askedAt} />.
        {draftSavedAt > test.askedAt && ' The draft has changed since.'}
      </Text>
      <Anchor renderRoot={(props) => <Link to="/rules/history" search={{ test: test.id }} {...props} />}>
        Show every item that changes
      </Anchor>
    </>
  );
}
