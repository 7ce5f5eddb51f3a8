import { Checkbox, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useAct } from '@/shared/api/act';
import { graphql, type ResultOf } from '@/shared/api/graphql';
import { useCan } from '@/shared/session/session';
import { CopyId } from '@/shared/ui/copy-id';
import { Facts as Pairs } from '@/shared/ui/panel';
import { Status } from '@/shared/ui/status';
import { refusedToast } from '@/shared/ui/toast';
import css from './facts.module.css';

export const CatalogueFact = graphql(`
  fragment CatalogueFact on Fact {
    key subject type label description unknownWhen unit neverSupplied
    operators { operator label }
    options { value label }
  }
`);

const MarkMutation = graphql(
  `mutation MarkFactNeverSupplied($input: MarkFactNeverSuppliedInput!) {
    markFactNeverSupplied(input: $input) { fact { ...CatalogueFact } userErrors { field message code } }
  }`,
  [CatalogueFact],
);

type Fact = ResultOf<typeof CatalogueFact>;

const kinds: Record<Fact['type'], string> = {
  TEXT: 'a text',
  CHOICE: 'one of a list',
  TEXTS: 'any number of texts',
  CHOICES: 'any of a list',
  COUNT: 'a whole number',
  DAYS: 'days by the calendar',
  GRAMS: 'a weight',
  PERCENT: 'a percentage',
  MONEY: 'an amount of money',
  DATE: 'a day',
  FLAG: 'yes or no',
};

/** One fact, its essentials in a line and the rest behind it. */
export function FactRow({ fact }: { fact: Fact }) {
  const may = useCan()('rules:write');
  const [mark, busy] = useAct(MarkMutation);
  const always = fact.unknownWhen === 'Always known';
  return (
    <details className={css.fact}>
      <summary>
        <IconChevronRight size={16} className={css.turn} aria-hidden />
        <span className={css.label}>{fact.type === 'DAYS' ? `days since ${fact.label}` : fact.label}</span>
        <span className={css.reads}>{fact.description || 'No description yet'}</span>
        {fact.neverSupplied && <Status tone="warn">Your shop never gets it</Status>}
      </summary>
      <div className={css.more}>
        <Pairs
          of={[
            ['Key', <CopyId key="key" value={fact.key} />],
            ['Is', `${kinds[fact.type]}${fact.unit ? `, in ${fact.unit}` : ''}`],
            ['Unknown', always ? 'Never' : capital(fact.unknownWhen.replace(/^Unknown /, ''))],
            ['Compared by', fact.operators.map((operator) => operator.label).join(' · ')],
            ...(fact.options.length > 0
              ? [['May be', fact.options.map((option) => option.label).join(' · ')] as [string, string]]
              : []),
          ]}
        />
        {!always && (
          <Checkbox
            mt="sm"
            label="Our shop never gets this"
            description="The analysis then warns of rules that wait for it. Judging goes on as before."
            checked={fact.neverSupplied}
            disabled={!may || busy}
            onChange={async (event) => {
              const { refused } = await mark({
                input: { key: fact.key, neverSupplied: event.currentTarget.checked },
              });
              if (refused) refusedToast(refused);
            }}
          />
        )}
        {always && (
          <Text size="sm" c="dimmed" mt="sm">
            Known of every item.
          </Text>
        )}
      </div>
    </details>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
