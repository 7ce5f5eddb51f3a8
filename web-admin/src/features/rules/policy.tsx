import { Button, Group, Stack, Text } from '@mantine/core';
import { IconBook2, IconPlayerPlay, IconPlus, IconRocket } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useAct } from '@/shared/api/act';
import { useCan } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { Notice } from '@/shared/ui/status';
import { refusedToast } from '@/shared/ui/toast';
import { changes, inputOf, moved } from './draft';
import { type PolicyFacts, PolicyQuery, type RuleInput, SaveDraftMutation } from './policy-query';
import { PublishDialog } from './publish-dialog';
import { Recipes } from './recipes';
import { RuleEditor } from './rule-editor';
import { RuleRow, type RuleStep } from './rule-row';
import css from './rules.module.css';
import { RulesPage } from './rules-page';
import { Side } from './side';
import { Versions } from './versions';

export function Policy() {
  const query = useQuery({ query: PolicyQuery });
  return (
    <Loaded query={query}>
      {({ policy }) => <Rules of={policy} reload={() => query[1]({ requestPolicy: 'network-only' })} />}
    </Loaded>
  );
}

const blank: RuleInput = { name: 'New rule', when: { all: [] }, then: { decision: { outcome: 'REVIEW' } } };

function Rules({ of, reload }: { of: PolicyFacts; reload: () => void }) {
  const may = useCan()('rules:write');
  const [save, saving] = useAct(SaveDraftMutation);
  const [open, setOpen] = useState<string>();
  const [refused, setRefused] = useState('');
  const [dialog, setDialog] = useState<'recipes' | 'publish' | 'versions'>();
  const rules = of.draft?.rules ?? of.live.rules;
  const told = of.draft ? changes(of.live.rules, of.draft.rules) : [];

  /** Every change is a save of the whole draft: what the server told back is what stands here. */
  const keep = async (next: RuleInput[]) => {
    const outcome = await save({ input: { version: of.draft?.version ?? 0, rules: next } });
    if (outcome.refused) {
      const stale = outcome.refused.some((each) => each.code === 'STALE');
      const words = outcome.refused.map((each) => each.message).join(' ');
      setRefused(stale ? 'Somebody changed the draft meanwhile. What you see now is the newest.' : words);
      if (stale) reload();
      else refusedToast(outcome.refused);
      return false;
    }
    setRefused('');
    setOpen(undefined);
    reload();
    return true;
  };
  const step = (at: number) => async (what: RuleStep) => {
    const now = rules.map(inputOf);
    const rule = now[at];
    if (!rule) return;
    if (what === 'up') await keep(moved(now, at, at - 1));
    if (what === 'down') await keep(moved(now, at, at + 1));
    if (what === 'switch') await keep(now.map((each) => (each === rule ? { ...each, enabled: !each.enabled } : each)));
    if (what === 'copy') await keep([...now.slice(0, at + 1), copyOf(rule), ...now.slice(at + 1)]);
    if (what === 'remove') await keep(now.filter((each) => each !== rule));
  };

  return (
    <RulesPage
      title="Rules"
      lead="Read from the top: for each effect, the first true rule that sets it wins. Each item is judged on its own."
      actions={
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/rules/try" {...props} />}
          >
            Try on an order
          </Button>
          {may && (
            <Button
              leftSection={<IconRocket size={16} aria-hidden />}
              disabled={told.length === 0}
              onClick={() => setDialog('publish')}
            >
              Publish
            </Button>
          )}
        </Group>
      }
    >
      <div className={css.layout}>
        <Stack gap="sm">
          {refused && !open && (
            <Notice tone="warn" alert>
              {refused}
            </Notice>
          )}
          {rules.length === 0 && open !== 'new' && (
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
          <ol className={css.list}>
            {rules.map((rule, at) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                at={at}
                last={at === rules.length - 1}
                editable={may}
                open={open === rule.id}
                onOpen={() => setOpen(open === rule.id ? undefined : rule.id)}
                onStep={step(at)}
              >
                <RuleEditor
                  rule={inputOf(rule)}
                  busy={saving}
                  refused={refused}
                  onClose={() => setOpen(undefined)}
                  onKeep={(edited) => void keep(rules.map((each) => (each.id === rule.id ? edited : inputOf(each))))}
                />
              </RuleRow>
            ))}
            {open === 'new' && (
              <li className={css.rule}>
                <span className={css.number}>{rules.length + 1}</span>
                <Text fw={640}>New rule</Text>
                <RuleEditor
                  rule={blank}
                  busy={saving}
                  refused={refused}
                  onClose={() => setOpen(undefined)}
                  onKeep={(edited) => void keep([...rules.map(inputOf), edited])}
                />
              </li>
            )}
          </ol>
          {rules.length > 0 && (
            <div className={css.default}>
              Otherwise: a person reviews it, every resolution of yours is offered, no fee, refund after inspection.
            </div>
          )}
          {may && open !== 'new' && (
            <Group>
              <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
                Add a rule
              </Button>
              <Button
                variant="default"
                leftSection={<IconBook2 size={16} aria-hidden />}
                onClick={() => setDialog('recipes')}
              >
                Add from recipes
              </Button>
            </Group>
          )}
        </Stack>
        <Side of={of} told={told} onVersions={() => setDialog('versions')} reload={reload} restore={keep} />
      </div>
      {dialog === 'recipes' && (
        <Recipes
          known={rules.map((rule) => rule.name)}
          busy={saving}
          onClose={() => setDialog(undefined)}
          onAdd={(added) => keep([...rules.map(inputOf), ...added])}
        />
      )}
      {dialog === 'publish' && of.draft && (
        <PublishDialog version={of.draft.version} told={told} onClose={() => setDialog(undefined)} onDone={reload} />
      )}
      {dialog === 'versions' && (
        <Versions draftVersion={of.draft?.version ?? 0} onClose={() => setDialog(undefined)} onReverted={reload} />
      )}
    </RulesPage>
  );
}

/** The same rule once more, as a new one. */
function copyOf({ id: _, ...rule }: RuleInput): RuleInput {
  return { ...rule, name: `${rule.name} (copy)`.slice(0, 120) };
}
