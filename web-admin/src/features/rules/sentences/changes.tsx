import { Text } from '@mantine/core';
import { IconArrowsMoveVertical, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { anew } from '@/shared/api/policies';
import { ChangesQuery, type RuleChange } from '../policy-query';
import css from './changes.module.css';

const kinds = {
  ADDED: { icon: IconPlus, word: 'New', tone: 'good' },
  REMOVED: { icon: IconMinus, word: 'Removed', tone: 'bad' },
  CHANGED: { icon: IconPencil, word: 'Changed', tone: 'info' },
  MOVED: { icon: IconArrowsMoveVertical, word: 'Moved', tone: 'calm' },
} as const;

/** What publishing would change; asked anew for each state of the draft, named by its version. */
export function useDraftChanges(version: number) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version of the draft is another question
  const context = useMemo(() => ({ ...anew }), [version]);
  const [{ data, fetching }] = useQuery({ query: ChangesQuery, variables: {}, context, pause: version === 0 });
  return { changes: version === 0 ? [] : (data?.policyChanges ?? []), fetching };
}

/** Differences between two policies, rule by rule, in words. */
export function Changes({ of, most = 200 }: { of: readonly RuleChange[]; most?: number }) {
  return (
    <>
      <ul className={css.changes}>
        {of.slice(0, most).map((change) => {
          const { icon: Icon, word, tone } = kinds[change.kind];
          return (
            <li key={change.ruleId}>
              <span className={`${css.changeIcon} ${css[`tone-${tone}`]}`} title={word}>
                <Icon size={13} role="img" aria-label={word} />
              </span>
              <div>
                <Text fw={600} size="sm">
                  {change.name}
                </Text>
                <Text size="sm" className={css.wrap}>
                  {change.words}
                </Text>
              </div>
            </li>
          );
        })}
      </ul>
      {of.length > most && (
        <Text size="sm" c="dimmed" mt={6}>
          And {of.length - most} more.
        </Text>
      )}
    </>
  );
}
