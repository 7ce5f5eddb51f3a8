import { Stack, Text } from '@mantine/core';
import { IconChartHistogram } from '@tabler/icons-react';
import { listed } from '@/shared/format/words';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { Notice } from '@/shared/ui/status';
import { When } from '@/shared/ui/values';
import type { BackTest } from './back-test-query';
import { Changes } from './changes';
import css from './history.module.css';
import { OutcomeMatrix } from './outcome-matrix';
import { ProgressBar } from './progress-bar';
import { isUnderWay, tellings } from './telling';
import { useProgress } from './use-progress';

type ResultProps = { of: BackTest; draftSavedAt: string | undefined };

/** One back-test: its progress while it runs, then what would change, in numbers, money and single items. */
export function BackTestResult({ of: given, draftSavedAt }: ResultProps) {
  const test = useProgress(given);
  const underWay = isUnderWay(test);
  const told = tellings(test);
  return (
    <Stack>
      <Panel
        title={`The last ${test.days} days`}
        aside={
          <Text c="dimmed">
            asked <When at={test.askedAt} />
          </Text>
        }
      >
        <Stack>
          {underWay && <ProgressBar of={test} />}
          {test.state === 'FAILED' && (
            <Notice tone="bad">
              It broke off several times and was given up after {test.judged.toLocaleString()} of{' '}
              {test.total.toLocaleString()} items. Start it again; if it breaks off once more, tell whoever runs Retour
              for you. Your rules and returns are untouched.
            </Notice>
          )}
          {test.state === 'CANCELED' && (
            <Notice tone="calm">
              Stopped after {test.judged.toLocaleString()} of {test.total.toLocaleString()} items; what it counted
              stays. Start it again to count all.
            </Notice>
          )}
          {draftSavedAt && draftSavedAt > test.askedAt && (
            <Notice tone="warn">
              The draft has been changed since. These numbers are of the draft as it was then.
            </Notice>
          )}
          {test.state === 'DONE' && test.total === 0 && (
            <Empty icon={IconChartHistogram} title="Nothing was judged in these days">
              Go further back, or try a single case instead.
            </Empty>
          )}
          {test.judged > 0 && (
            <>
              {told.length === 0 ? (
                <Text fw={550}>{underWay ? 'No difference so far.' : 'No item would come out differently.'}</Text>
              ) : (
                <ul className={css.tellings} aria-label="What would change">
                  {told.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              )}
              <OutcomeMatrix of={test} />
            </>
          )}
          {test.unknown.length > 0 && <Missing of={test} />}
        </Stack>
      </Panel>
      {!underWay && test.changed > 0 && <Changes of={test} />}
    </Stack>
  );
}

/** What the draft reads and history does not know. */
function Missing({ of }: { of: BackTest }) {
  return (
    <Notice tone="info">
      Not every item’s history knows all that the draft reads. What is missing is counted as unknown:{' '}
      {listed(
        of.unknown.map(
          ({ fact, count }) => `${fact.label} (${count.toLocaleString()} of ${of.judged.toLocaleString()})`,
        ),
      )}
      .
    </Notice>
  );
}
