import { Button, Group, Stack } from '@mantine/core';
import { IconBook2, IconRocket } from '@tabler/icons-react';
import { useBlocker } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useCan } from '@/shared/session/session';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { done } from '@/shared/ui/toast';
import { inputOf, without, withRule } from '../draft/draft';
import { Toolbar } from '../draft/toolbar';
import { Troubles } from '../draft/troubles';
import { useDraft } from '../draft/use-draft';
import { LeaveRule } from '../editor/leave-rule';
import { RuleEditor } from '../editor/rule-editor';
import { PolicyFileMenu } from '../files/policy-file-menu';
import { byRule } from '../findings/finding-words';
import type { Shown } from '../findings/findings';
import { useAnalysis } from '../findings/use-analysis';
import { RuleList } from '../list/rule-list';
import type { Finding, PolicyFacts, RuleInput } from '../policy-query';
import { Recipes } from '../recipes/recipes';
import { RulesPage } from '../rules-page';
import page from '../rules-page.module.css';
import { useDraftChanges } from '../sentences/changes';
import sentences from '../sentences/sentences.module.css';
import { PublishDialog } from '../versions/publish-dialog';
import { Versions } from '../versions/versions';
import { lead } from './policy-skeleton';
import { Side } from './side';

type RulesProps = { of: PolicyFacts; load: () => Promise<PolicyFacts | undefined> };

/** What is being written: a rule of the list, or one that comes in at a place. */
type Writing = { rule: RuleInput; newAt?: number };

const blank = (): RuleInput => ({
  id: crypto.randomUUID(),
  name: '',
  when: { all: [] },
  then: { decision: { outcome: 'REVIEW' } },
});

const isSameRule = (one: RuleInput, other: RuleInput) => JSON.stringify(one) === JSON.stringify(other);
const noFindings: readonly Finding[] = [];

export function Rules({ of, load }: RulesProps) {
  const may = useCan()('rules:write');
  const draft = useDraft(of, load);
  const [writing, setWriting] = useState<Writing>();
  const [typed, setTyped] = useState<RuleInput>();
  const [shown, setShown] = useState<Shown>();
  const [dialog, setDialog] = useState<'recipes' | 'publish' | 'versions'>();
  const { rules } = draft;
  const { changes, fetching } = useDraftChanges(draft.version);
  const analysed = useAnalysis(rules, writing ? typed : undefined);
  const marked = useRef(new Map<string, readonly Finding[]>());
  const marks = useMemo(() => {
    marked.current = byRule(analysed.analysis?.findings ?? [], marked.current);
    return marked.current;
  }, [analysed.analysis]);

  const first = useRef<RuleInput>(undefined);
  const newest = useRef<RuleInput>(undefined);
  const write = (next: Writing | undefined) => {
    first.current = undefined;
    newest.current = undefined;
    setTyped(undefined);
    setWriting(next);
  };
  // The editor goes, and the focus with it: back to the rule's name, as soon as it is there.
  const next = useRef<string>(undefined);
  useEffect(() => {
    if (writing || !next.current) return;
    goTo(next.current);
    next.current = undefined;
  }, [writing]);
  const close = (id: string | undefined) => {
    next.current = id;
    write(undefined);
  };
  const open = (id: string | undefined) => {
    const rule = rules.find((each) => each.id === id);
    if (!rule) close(writing?.rule.id ?? undefined);
    else if (mayLeave()) write({ rule: inputOf(rule) });
  };
  /** What was typed is never thrown away by opening something else. */
  const mayLeave = () => {
    if (!isHalfWritten()) return true;
    done('Keep the rule that you are writing first, or go back from it.');
    document.querySelector<HTMLElement>('form[aria-label^="Rule"] input')?.focus();
    return false;
  };
  const isHalfWritten = () => !!(first.current && newest.current && !isSameRule(newest.current, first.current));
  const leaving = useBlocker({ shouldBlockFn: isHalfWritten, enableBeforeUnload: isHalfWritten, withResolver: true });
  const onEdit = useCallback((rule: RuleInput) => {
    first.current ??= rule;
    newest.current = rule;
  }, []);

  // A rule that somebody else removed meanwhile stays open with what was typed: keeping it brings it back.
  const isGone = writing && writing.newAt === undefined && !rules.some((rule) => rule.id === writing.rule.id);
  const newAt = isGone ? rules.length : writing?.newAt;
  const editor = writing && (
    <RuleEditor
      key={writing.rule.id}
      rule={isGone ? (typed ?? writing.rule) : writing.rule}
      findings={marks.get(writing.rule.id ?? '') ?? noFindings}
      onEdit={onEdit}
      onTyped={setTyped}
      onClose={() => close(writing.rule.id ?? undefined)}
      onKeep={(rule) => {
        void draft.change(withRule(rules, rule, writing.newAt));
        close(rule.id);
      }}
    />
  );

  return (
    <RulesPage
      title="Rules"
      lead={lead}
      actions={
        <Group gap="xs">
          <PolicyFileMenu draft={draft} onRead={() => void draft.adopt(false)} />
          {may && (
            <Button
              leftSection={<IconRocket size={16} aria-hidden />}
              disabled={draft.saving || fetching || changes.length === 0}
              onClick={() => setDialog('publish')}
            >
              Publish
            </Button>
          )}
        </Group>
      }
    >
      <div className={page.layout}>
        <Stack gap="sm">
          {may && (
            <Toolbar
              draft={draft}
              onAdd={() => mayLeave() && write({ rule: blank(), newAt: rules.length })}
              onRecipes={() => setDialog('recipes')}
            />
          )}
          <Troubles draft={draft} />
          {rules.length === 0 && !writing && (
            <Panel>
              <Empty
                icon={IconBook2}
                title="No rules yet: everything goes to review"
                action={may && <Button onClick={() => setDialog('recipes')}>Start from recipes</Button>}
              >
                A rule says “if this, then that” about a returned item. Start from proven recipes, then change them to
                fit.
              </Empty>
            </Panel>
          )}
          <RuleList
            rules={rules}
            editable={may}
            marks={marks}
            open={writing?.rule.id ?? undefined}
            newAt={newAt}
            editor={editor}
            onOpen={open}
            onNew={(at) => mayLeave() && write({ rule: blank(), newAt: at })}
            onChange={(next) => void draft.change(next)}
            onShow={(finding) => setShown({ finding })}
          />
          {rules.length > 0 && (
            <p className={sentences.default}>
              <span className={sentences.keyword}>OTHERWISE</span> a person reviews it, every resolution of yours is
              offered, no fee, refund after inspection.
            </p>
          )}
        </Stack>
        <Side
          draft={draft}
          changes={changes}
          analysed={analysed}
          shown={shown}
          onRule={goTo}
          onRemove={(id) => void draft.change(without(rules, id))}
          onVersions={() => setDialog('versions')}
        />
      </div>
      {leaving.status === 'blocked' && <LeaveRule onStay={leaving.reset} onLeave={leaving.proceed} />}
      {dialog === 'recipes' && (
        <Recipes rules={rules} onClose={() => setDialog(undefined)} onChange={(next) => void draft.change(next)} />
      )}
      {dialog === 'publish' && (
        <PublishDialog
          version={draft.version}
          changes={changes}
          findings={analysed.analysis?.findings ?? noFindings}
          onClose={() => setDialog(undefined)}
          onStale={() => void draft.adopt(false)}
          onDone={() => void draft.adopt(true)}
        />
      )}
      {dialog === 'versions' && (
        <Versions
          draftVersion={draft.version}
          onClose={() => setDialog(undefined)}
          onReverted={() => void draft.adopt(false)}
        />
      )}
    </RulesPage>
  );
}

function goTo(id: string) {
  const row = document.querySelector(`[data-rule="${CSS.escape(id)}"]`);
  row?.scrollIntoView({ block: 'center' });
  row?.querySelector<HTMLElement>('[data-do="open"]')?.focus({ preventScroll: true });
}
