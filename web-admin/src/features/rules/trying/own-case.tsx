import { ActionIcon, Button, Group, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { type Fact, VocabularyQuery } from '../policy-query';
import type { ExampleFacts } from './address';
import { FactField } from './fact-field';
import { factTitle, filled, subjectTitle } from './fact-words';
import { TriedFactsOf } from './tried-facts';
import css from './trying.module.css';

/** A wholly invented case: what is known of it, everything else unknown. The address always says the same case. */
export function OwnCase({ facts }: { facts: ExampleFacts }) {
  const query = useQuery({ query: VocabularyQuery });
  const navigate = useNavigate();
  return (
    <Loaded query={query}>
      {({ ruleVocabulary }) => (
        <>
          <Panel title="A case of your own">
            <CaseForm
              vocabulary={ruleVocabulary}
              given={facts}
              patience={350}
              onChange={(changed) => void navigate({ to: '/rules/try', search: { facts: changed }, replace: true })}
            />
          </Panel>
          {Object.keys(facts).length > 0 && <TriedFactsOf facts={facts} />}
        </>
      )}
    </Loaded>
  );
}

type Row = { key: string; values: string[] };
type CaseFormProps = {
  vocabulary: readonly Fact[];
  given: ExampleFacts;
  onChange: (facts: ExampleFacts) => void;
  /** How long to wait for the next key, in milliseconds. */
  patience?: number;
};

const rowsOf = (facts: ExampleFacts): Row[] => Object.entries(facts).map(([key, values]) => ({ key, values }));
const starters = ['item.reasonGroup', 'order.value', 'item.daysSinceDelivery', 'legal.basis'];

/** The facts of a case, one line each. Tells what is filled in. */
export function CaseForm({ vocabulary, given, onChange, patience = 0 }: CaseFormProps) {
  const facts = useMemo(() => new Map(vocabulary.map((fact) => [fact.key, fact])), [vocabulary]);
  const [rows, setRows] = useState<Row[]>(() =>
    Object.keys(given).length > 0 ? rowsOf(given) : starters.map((key) => ({ key, values: [] })),
  );
  const [settled] = useDebouncedValue(rows, patience);
  const saying = JSON.stringify(filled(settled, facts));
  const [told, setTold] = useState(() => JSON.stringify(given));
  const asked = JSON.stringify(given);
  useEffect(() => {
    if (saying !== told) {
      setTold(saying);
      onChange(JSON.parse(saying));
    }
  }, [saying, told, onChange]);
  useEffect(() => {
    // Another case came by the address: a link, or the way back.
    if (asked !== told && saying === told) {
      setTold(asked);
      setRows(rowsOf(JSON.parse(asked)));
    }
  }, [asked, told, saying]);
  const shown = rows.filter((row) => facts.has(row.key));
  const left = vocabulary.filter((fact) => !rows.some((row) => row.key === fact.key));
  return (
    <Stack gap="sm">
      <Text c="dimmed">What you leave out is unknown to the rules.</Text>
      <ul className={css.facts}>
        {shown.map((row) => {
          const fact = facts.get(row.key) as Fact;
          return (
            <li key={row.key} className={css.fact}>
              <div>
                <Text fw={550}>{factTitle(fact)}</Text>
                <div className={css.about}>{fact.description}</div>
              </div>
              <FactField
                fact={fact}
                values={row.values}
                onChange={(values) => setRows(rows.map((each) => (each.key === row.key ? { ...each, values } : each)))}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={34}
                aria-label={`Leave out ${factTitle(fact)}`}
                onClick={() => setRows(rows.filter((each) => each.key !== row.key))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      <Group>
        <Select
          key={rows.length}
          w={320}
          maw="100%"
          aria-label="Add a fact"
          placeholder="Add a fact"
          searchable
          nothingFoundMessage="No fact of this name"
          data={grouped(left)}
          value={null}
          onChange={(key) => key && setRows([...rows, { key, values: [] }])}
        />
        {rows.length > 0 && (
          <Button variant="subtle" color="gray" onClick={() => setRows([])}>
            Leave out everything
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function grouped(facts: readonly Fact[]) {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const fact of facts) {
    const title = subjectTitle(fact.subject);
    groups.set(title, [...(groups.get(title) ?? []), { value: fact.key, label: factTitle(fact) }]);
  }
  return [...groups].map(([group, items]) => ({ group, items }));
}
