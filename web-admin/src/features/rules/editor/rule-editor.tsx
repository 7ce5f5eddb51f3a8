import { Button, Group, Skeleton, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { useQuery } from 'urql';
import { once } from '@/shared/api/policies';
import { useViewer } from '@/shared/session/viewer';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/status';
import { type Finding, type RuleFacts, type RuleInput, VocabularyQuery } from '../policy-query';
import { EffectChips } from '../sentences/effect-chips';
import { When } from '../sentences/sentence';
import { nodeAt } from './condition';
import css from './editor.module.css';
import { useEditor } from './editor-state';
import { EffectsEditor } from './effects-editor';
import { EFFECTS, NAME } from './mistakes';

const ConditionBuilder = lazy(() => import('./condition-builder').then((it) => ({ default: it.ConditionBuilder })));

type EditorProps = {
  rule: RuleInput;
  /** What the analysis says of the rule as it is being written. */
  findings: readonly Finding[];
  /** At every change. */
  onEdit: (rule: RuleInput) => void;
  /** When one pauses. */
  onTyped: (rule: RuleInput) => void;
  onKeep: (rule: RuleFacts) => void;
  onClose: () => void;
};

/** One rule, edited in place; what it says in plain words stands below while one types, told by the server. */
export function RuleEditor({ rule, findings, onEdit, onTyped, onKeep, onClose }: EditorProps) {
  const editor = useEditor(rule, onEdit, onTyped);
  const { query, mistakes, told } = editor;
  const form = useRef<HTMLFormElement>(null);
  const vocabulary = useQuery({ query: VocabularyQuery, ...once });
  const currency = useViewer()?.tenant.currency;
  const offered = vocabulary[0].data?.ruleVocabulary;
  const facts = useMemo(
    () => offered?.map((fact) => (fact.type === 'MONEY' && currency ? { ...fact, unit: currency } : fact)) ?? [],
    [offered, currency],
  );
  const marks = useMemo(() => {
    const named = findings.flatMap((finding) =>
      finding.paths.map((path) => [nodeAt(query, path.slice(3)).id ?? '', finding] as const),
    );
    return new Map(named.reverse());
  }, [findings, query]);
  const general = [mistakes.get(''), mistakes.get(query.id ?? '')].filter(Boolean).join(' ');
  const keep = async () => {
    const finished = await editor.finish();
    if (finished) onKeep(finished);
  };
  // A new rule may come in far below the button that asked for it.
  const isNew = rule.name === '';
  useEffect(() => {
    if (!isNew) return;
    form.current?.scrollIntoView({ block: 'center' });
    form.current?.querySelector('input')?.focus({ preventScroll: true });
  }, [isNew]);
  useEffect(() => {
    if (editor.tries === 0) return;
    const field = form.current?.querySelector<HTMLElement>('input[aria-invalid="true"]');
    (field ?? form.current?.querySelector<HTMLElement>('.rt-wrong :is(input, textarea, button)'))?.focus();
  }, [editor.tries]);
  return (
    <form
      ref={form}
      className={css.editing}
      aria-label={`Rule ${editor.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void keep();
      }}
    >
      <TextInput
        label="Name"
        maw={480}
        required
        maxLength={120}
        value={editor.name}
        error={mistakes.get(NAME)}
        onChange={(event) => editor.setName(event.currentTarget.value)}
      />
      <div>
        <Title order={3} mb={6}>
          If
        </Title>
        <Loaded query={vocabulary} skeleton={<Skeleton h={90} />}>
          {() => (
            <Suspense fallback={<Skeleton h={90} />}>
              <ConditionBuilder
                facts={facts}
                query={query}
                mistakes={mistakes}
                marks={marks}
                onChange={editor.setQuery}
              />
            </Suspense>
          )}
        </Loaded>
        {query.rules.length === 0 && (
          <Text size="sm" c="dimmed" mt={4}>
            Without a condition the rule holds for every item.
          </Text>
        )}
      </div>
      <div>
        <Title order={3} mb={6}>
          Then
        </Title>
        <EffectsEditor of={editor.then} mistakes={mistakes} onChange={editor.setThen} />
        {mistakes.get(EFFECTS) && <p className="rt-mistake">{mistakes.get(EFFECTS)}</p>}
      </div>
      <Switch
        label="Look no further when this rule holds"
        description="Later rules then set nothing. Where it is unknown whether it holds, they set nothing either."
        checked={editor.isFinal}
        onChange={(event) => editor.setFinal(event.currentTarget.checked)}
      />
      <div className={css.preview}>
        <Text size="xs" fw={600} c="dimmed">
          {told && editor.isIncomplete ? 'It read, before what is not finished yet' : 'It reads'}
        </Text>
        {told ? (
          <div className={editor.isIncomplete ? css.stale : undefined}>
            <When sentence={told.whenSentence} />
            <EffectChips of={told} />
          </div>
        ) : (
          <Text c="dimmed">The sentence stands here as soon as every condition has its value.</Text>
        )}
      </div>
      {findings.length > 0 && (
        <Stack gap={6} role="status">
          {findings.map((finding) => (
            <Notice
              key={finding.words}
              tone={finding.severity === 'HINT' ? 'info' : finding.severity === 'ERROR' ? 'bad' : 'warn'}
            >
              {finding.words}
            </Notice>
          ))}
        </Stack>
      )}
      {general && (
        <Notice tone="bad" alert>
          {general}
        </Notice>
      )}
      <Group>
        <Button type="submit">Keep in the draft</Button>
        <Button variant="default" onClick={onClose}>
          Go back
        </Button>
      </Group>
    </form>
  );
}
