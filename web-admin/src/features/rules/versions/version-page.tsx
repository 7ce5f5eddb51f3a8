import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconFileDownload, IconHistory } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useAct } from '@/shared/api/act';
import { count } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { Notice, Status } from '@/shared/ui/status';
import { done, refusedToast } from '@/shared/ui/toast';
import { When as Told } from '@/shared/ui/values';
import { useKeep } from '../files/policy-file-menu';
import list from '../list/list.module.css';
import { ChangesQuery, type RuleFacts } from '../policy-query';
import { RulesPage } from '../rules-page';
import page from '../rules-page.module.css';
import { Changes } from '../sentences/changes';
import { EffectChips } from '../sentences/effect-chips';
import { When } from '../sentences/sentence';
import sentences from '../sentences/sentences.module.css';
import { useAuthorName } from './author';
import { RevertMutation, type Version, VersionQuery } from './version-query';
import css from './versions.module.css';

/** One published version, read whole: for a return that was judged by it, or to go back to it. */
export function VersionPage() {
  const { number } = useParams({ from: '/shell/rules/versions/$number' });
  const wanted = Number(number);
  const query = useQuery({
    query: VersionQuery,
    variables: { number: Number.isInteger(wanted) && Math.abs(wanted) < 1e9 ? wanted : -1 },
  });
  return (
    <Loaded query={query}>
      {({ policyVersionByNumber: version, policy }) =>
        version ? (
          <Read of={version} live={policy.live} draft={policy.draft?.version} />
        ) : (
          <RulesPage title={`Version ${number}`}>
            <Panel>
              <Empty
                icon={IconHistory}
                title="There is no such version"
                action={
                  <Button variant="default" renderRoot={(props) => <Link to="/rules" {...props} />}>
                    Go to the rules
                  </Button>
                }
              >
                Versions count from 1, in the order they were published; the newest is version {policy.live.number}.
              </Empty>
            </Panel>
          </RulesPage>
        )
      }
    </Loaded>
  );
}

type ReadProps = { of: Version; live: { id: string; number: number }; draft: number | undefined };

function Read({ of, live, draft }: ReadProps) {
  const may = useCan()('rules:write');
  const keep = useKeep();
  const navigate = useNavigate();
  const authorName = useAuthorName();
  const [revert, busy] = useAct(RevertMutation);
  const by = authorName(of.publishedBy);
  const back = async () => {
    const { refused } = await revert({ input: { versionId: of.id, version: draft ?? 0 } });
    if (refused) return refusedToast(refused);
    done(`Version ${of.number} is in the draft. Look at it, then publish.`);
    void navigate({ to: '/rules' });
  };
  return (
    <RulesPage
      title={`Version ${of.number} of the rules`}
      heading={
        <Group gap="sm">
          <span>{of.number === 0 ? 'No rules' : `Version ${of.number}`}</span>
          {of.isLive && <Status tone="good">Live</Status>}
        </Group>
      }
      lead={
        of.number === 0 ? (
          'What every shop starts with: there are no rules, and a person looks at everything.'
        ) : (
          <>
            Published <Told at={of.publishedAt} />
            {by && ` by ${by}`}. A published version never changes; a return keeps the one it was judged by.
          </>
        )
      }
      actions={
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconFileDownload size={16} aria-hidden />}
            onClick={() => void keep.version(of.id, of.number)}
          >
            Save as a file
          </Button>
          {may && !of.isLive && (
            <Button leftSection={<IconArrowBackUp size={16} aria-hidden />} loading={busy} onClick={() => void back()}>
              Put into the draft
            </Button>
          )}
        </Group>
      }
    >
      <div className={page.layout}>
        <RulesOf rules={of.rules} />
        <Stack gap="md">
          {of.number > 0 && (
            <Panel title="Note">
              <Text className={css.wrap}>{of.note}</Text>
            </Panel>
          )}
          {!of.isLive && <Compared of={of} live={live} />}
          {!of.isLive && may && draft !== undefined && (
            <Notice tone="warn">There is a draft. Putting this version into it replaces what it says now.</Notice>
          )}
        </Stack>
      </div>
    </RulesPage>
  );
}

function RulesOf({ rules }: { rules: readonly RuleFacts[] }) {
  return (
    <Stack gap="sm">
      {rules.length > 0 && (
        <ol className={list.list}>
          {rules.map((rule, at) => (
            <li key={rule.id} className={`${list.rule} ${rule.enabled ? '' : list.off}`}>
              <span className={list.number} aria-hidden>
                {at + 1}
              </span>
              <div className={list.body}>
                <div className={list.title}>
                  <Text fw={640}>{rule.name}</Text>
                  {!rule.enabled && <Status tone="calm">Switched off</Status>}
                </div>
                <When sentence={rule.whenSentence} />
                <EffectChips of={rule} />
              </div>
            </li>
          ))}
        </ol>
      )}
      <p className={sentences.default}>
        <span className={sentences.keyword}>{rules.length > 0 ? 'OTHERWISE' : 'ALWAYS'}</span> a person reviews it,
        every resolution of yours is offered, no fee, refund after inspection.
      </p>
    </Stack>
  );
}

/** What would be different if this version were in force again. */
function Compared({ of, live }: { of: Version; live: { id: string; number: number } }) {
  const [{ data, error }] = useQuery({ query: ChangesQuery, variables: { from: live.id, to: of.id } });
  const changes = data?.policyChanges;
  return (
    <Panel title="Compared with what is in force">
      {error ? (
        <Text size="sm">This could not be loaded.</Text>
      ) : !changes ? (
        <Skeleton h={60} />
      ) : changes.length === 0 ? (
        <Text>It says the same as version {live.number}.</Text>
      ) : (
        <Stack gap="xs">
          <Text size="sm" c="dimmed">
            Going back from version {live.number} would change {count(changes.length, 'rule')}.
          </Text>
          <Changes of={changes} />
        </Stack>
      )}
    </Panel>
  );
}
