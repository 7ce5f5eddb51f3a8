import { Stack, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { count } from '@/shared/format/words';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { RulesPage } from '../rules-page';
import { CatalogueFact, FactRow } from './fact-row';
import { bySubject, fits } from './fact-search';
import { OwnFact } from './own-fact';
import { OwnFacts } from './own-facts';

const FactsQuery = graphql(
  `query Facts {
    ruleVocabulary { ...CatalogueFact }
    customFacts { ...OwnFact }
  }`,
  [CatalogueFact, OwnFact],
);

/** Everything that rules can speak of: where it comes from, and when nobody knows it. */
export function Facts() {
  const query = useQuery({ query: FactsQuery });
  const [typed, setTyped] = useState('');
  return (
    <RulesPage title="Facts" lead="Everything that a condition may read, and when nobody can say.">
      <Loaded query={query}>
        {({ ruleVocabulary, customFacts }) => {
          const found = ruleVocabulary.filter((fact) => fits(fact, typed.trim()));
          return (
            <Stack gap="lg">
              <OwnFacts of={customFacts} />
              <TextInput
                label="Find a fact"
                placeholder="order value, delivery, VIP …"
                leftSection={<IconSearch size={16} aria-hidden />}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
                description={`${count(found.length, 'fact')} of ${ruleVocabulary.length}`}
                inputWrapperOrder={['label', 'input', 'description']}
                aria-live="polite"
              />
              {found.length === 0 && (
                <Empty icon={IconSearch} title="No fact reads like that">
                  Try one word of it. What no fact covers, your shop can push as a fact of your own.
                </Empty>
              )}
              {bySubject(found).map(({ heading, facts }) => (
                <Panel key={heading} title={heading} flush>
                  {facts.map((fact) => (
                    <FactRow key={fact.key} fact={fact} />
                  ))}
                </Panel>
              ))}
            </Stack>
          );
        }}
      </Loaded>
    </RulesPage>
  );
}
