import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';
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

/** The first draft is no change of anything that this query already holds. */
const drafts = { additionalTypenames: ['PolicyDraft', 'BackTest'] };

/** Beside the policy: what the draft would change on real history, or a way to find out. Nothing without a draft. */
export function BackTestCard() {
  const [{ data }, again] = useQuery({ query: BackTestsQuery, requestPolicy: 'cache-and-network', context: drafts });
  const reload = useCallback(() => again({ requestPolicy: 'network-only' }), [again]);
  if (!data?.policy.draft) return null;
  return <Card draftSavedAt={data.policy.draft.savedAt} newest={data.backTests[0]} reload={reload} />;
}

type CardProps = { draftSavedAt: string; newest: BackTest | undefined; reload: () => void };

function Card({ draftSavedAt, newest, reload }: CardProps) {
  const may = useCan()('rules:write');
  return (
    <Panel title="On your history">
      <Stack gap="sm">
        {newest ? (
          <Newest key={newest.id} of={newest} draftSavedAt={draftSavedAt} reload={reload} />
        ) : (
          <Text c="dimmed">See what this draft would have said of the returns you really had.</Text>
        )}
        {may && !(newest && isUnderWay(newest)) && (
          <StartBackTest compact {...(newest ? { days: newest.days } : {})} onStarted={reload} />
        )}
      </Stack>
    </Panel>
  );
}

function Newest({ of: given, draftSavedAt, reload }: { of: BackTest; draftSavedAt: string; reload: () => void }) {
  const test = useProgress(given);
  const underWay = isUnderWay(test);
  const wasUnderWay = useRef(underWay);
  useEffect(() => {
    if (wasUnderWay.current && !underWay) reload();
    wasUnderWay.current = underWay;
  }, [underWay, reload]);
  if (underWay) return <ProgressBar of={test} reload={reload} />;
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
