import { Button, Group, Skeleton, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/status';
import { toCondition, toQuery } from './condition';
import { EffectChips } from './effect-chips';
import { EffectsEditor } from './effects-editor';
import { RuleFacts, type RuleInput, VocabularyQuery } from './policy-query';
import css from './rules.module.css';

const ConditionBuilder = lazy(() => import('./condition-builder').then((it) => ({ default: it.ConditionBuilder })));

const ExplainQuery = graphql(
  `query ExplainRules($rules: [RuleInput!]!) {
    explainRules(rules: $rules) { rules { ...RuleFacts } userErrors { field message code } }
  }`,
  [RuleFacts],
);

type EditorProps = {
  rule: RuleInput;
  busy: boolean;
  refused: string;
  onKeep: (rule: RuleInput) => void;
  onClose: () => void;
};

/** One rule, edited in place; what it says in plain words stands below while one types, told by the server. */
export function RuleEditor({ rule, busy, refused, onKeep, onClose }: EditorProps) {
  const [name, setName] = useState(rule.name);
  const [isFinal, setFinal] = useState(rule.isFinal ?? false);
  const [then, setThen] = useState(rule.then);
  const [query, setQuery] = useState(() => toQuery(rule.when));
  const vocabulary = useQuery({ query: VocabularyQuery, requestPolicy: 'cache-first' });
  const edited: RuleInput = { ...rule, name: name.trim() || 'New rule', isFinal, when: toCondition(query), then };
  const [asked] = useDebouncedValue(JSON.stringify(edited), 400);
  const [{ data }] = useQuery({ query: ExplainQuery, variables: { rules: [JSON.parse(asked) as RuleInput] } });
  const told = data?.explainRules.rules?.[0];
  const mistakes = data?.explainRules.userErrors ?? [];
  return (
    <div className={css.editing}>
      <TextInput
        label="Name"
        maw={480}
        required
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div>
        <Title order={3} mb={6}>
          If
        </Title>
        <Loaded query={vocabulary} skeleton={<Skeleton h={90} />}>
          {({ ruleVocabulary }) => (
            <Suspense fallback={<Skeleton h={90} />}>
              <ConditionBuilder facts={ruleVocabulary} query={query} onChange={setQuery} />
            </Suspense>
          )}
        </Loaded>
        {query.rules.length === 0 && (
          <Text size="sm" c="dimmed" mt={4}>
            Without a condition the rule is true for every item.
          </Text>
        )}
      </div>
      <div>
        <Title order={3} mb={6}>
          Then
        </Title>
        <EffectsEditor of={then} onChange={setThen} />
      </div>
      <Switch
        label="Final"
        description="When this rule is true, later rules set nothing. Where it is unknown, they set nothing either."
        checked={isFinal}
        onChange={(event) => setFinal(event.currentTarget.checked)}
      />
      <div aria-live="polite">
        {mistakes.length > 0 ? (
          <Notice tone="warn">{mistakes.map((each) => each.message).join(' ')}</Notice>
        ) : (
          told && (
            <Stack gap={4}>
              <Text>
                If <b>{told.whenSentence}</b>
              </Text>
              <EffectChips of={told} />
            </Stack>
          )
        )}
      </div>
      {refused && (
        <Notice tone="bad" alert>
          {refused}
        </Notice>
      )}
      <Group>
        <Button loading={busy} onClick={() => onKeep(edited)}>
          Keep in the draft
        </Button>
        <Button variant="default" onClick={onClose}>
          Go back
        </Button>
      </Group>
    </div>
  );
}
