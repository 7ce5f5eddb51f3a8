import { Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useQuery } from 'urql';
import { Loaded } from '@/shared/ui/loaded';
import { VocabularyQuery } from '../policy-query';
import type { ExampleFacts } from './address';
import { ExampleForm } from './example-form';
import type { PolicyExample } from './examples-query';
import { CaseForm } from './own-case';

type ExampleDialogProps = {
  /** Left out for a new one. */
  of?: PolicyExample;
  onClose: () => void;
};

/** A case written or changed by hand. */
export function ExampleDialog({ of, onClose }: ExampleDialogProps) {
  const vocabulary = useQuery({ query: VocabularyQuery });
  const [facts, setFacts] = useState<ExampleFacts>(() =>
    Object.fromEntries((of?.facts ?? []).map((each) => [each.fact, each.values])),
  );
  const keep = useCallback((changed: ExampleFacts) => setFacts(changed), []);
  return (
    <ExampleForm
      title={of ? 'Change the example' : 'Add an example'}
      {...(of ? { of } : {})}
      facts={facts}
      size="xl"
      onClose={onClose}
    >
      <Text fw={600}>What is known</Text>
      <Loaded query={vocabulary}>
        {({ ruleVocabulary }) => <CaseForm vocabulary={ruleVocabulary} given={facts} onChange={keep} />}
      </Loaded>
    </ExampleForm>
  );
}
