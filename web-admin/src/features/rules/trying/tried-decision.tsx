import { Anchor, Select, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { exactTime } from '@/shared/format/time';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { When } from '@/shared/ui/values';
import { knownFacts } from './fact-words';
import { outcomeWords } from './outcome';
import { SaveExample } from './save-example';
import { SideBySide } from './side-by-side';
import { TriedFacts } from './tried-query';
import css from './trying.module.css';

const TryDecisionQuery = graphql(
  `
  query TryDecision($id: ID!) {
    policy { draft { version } }
    policyDecision(id: $id) {
      id
      outcome
      byHand
      decidedAt
      item { returnId rmaNumber orderNumber title variantTitle quantity }
    }
    live: tryDecision(input: { source: LIVE, decisionId: $id }) { result { ...TriedFacts } userErrors { message } }
    draft: tryDecision(input: { source: DRAFT, decisionId: $id }) { result { ...TriedFacts } userErrors { message } }
  }
`,
  [TriedFacts],
);

const JudgingsQuery = graphql(`
  query JudgingsOfReturn($id: ID!) {
    return(id: $id) { id items { id title variantTitle quantity decisions { decisionId by at } } }
  }
`);

const judges: Record<string, string> = { STAFF: 'a person', INTEGRATOR: 'a program' };

/** What was decided once, judged again on the facts of then. */
export function TriedDecision({ id }: { id: string }) {
  const query = useQuery({ query: TryDecisionQuery, variables: { id } });
  return (
    <Loaded query={query}>
      {({ policy, policyDecision, live, draft }) => {
        if (!policyDecision || !live.result) {
          return (
            <Empty icon={IconHistory} title="This decision is no longer there">
              Find the return above and choose one of its items.
            </Empty>
          );
        }
        const item = policyDecision.item;
        return (
          <Stack>
            <Panel
              title={item ? `${item.title}${item.variantTitle ? `, ${item.variantTitle}` : ''}` : 'A past decision'}
            >
              <div className={css.picked}>
                <div>
                  {item && (
                    <Text>
                      <Anchor
                        renderRoot={(props) => (
                          <Link to="/returns/$returnId" params={{ returnId: item.returnId }} {...props} />
                        )}
                      >
                        {item.rmaNumber}
                      </Anchor>{' '}
                      · order {item.orderNumber} · quantity {item.quantity}
                    </Text>
                  )}
                  <Text c="dimmed">
                    It was {outcomeWords[policyDecision.outcome]}
                    {policyDecision.byHand && ' by a person of your team'}, <When at={policyDecision.decidedAt} />.
                    Below: the same facts, judged by the rules of today.
                  </Text>
                </div>
                {item && <OtherJudgings returnId={item.returnId} chosen={id} />}
              </div>
            </Panel>
            <SideBySide
              live={live.result}
              draft={policy.draft ? (draft.result ?? undefined) : undefined}
              actions={
                <SaveExample
                  facts={knownFacts(live.result.trace.facts)}
                  suggested={(policy.draft && draft.result ? draft.result : live.result).outcome}
                />
              }
            />
          </Stack>
        );
      }}
    </Loaded>
  );
}

/** The return's other items, and its earlier judgings. */
function OtherJudgings({ returnId, chosen }: { returnId: string; chosen: string }) {
  const navigate = useNavigate();
  const [{ data }] = useQuery({ query: JudgingsQuery, variables: { id: returnId } });
  const options = (data?.return?.items ?? []).flatMap((item) =>
    item.decisions.flatMap((judged) =>
      judged.decisionId
        ? [
            {
              value: judged.decisionId,
              label: `${item.title} × ${item.quantity}, judged ${exactTime(judged.at)} by ${judges[judged.by] ?? 'the rules'}`,
            },
          ]
        : [],
    ),
  );
  if (options.length < 2) return null;
  return (
    <Select
      w={380}
      maw="100%"
      label="Item and judging"
      allowDeselect={false}
      data={[...new Map(options.map((option) => [option.value, option])).values()]}
      value={chosen}
      onChange={(decision) => decision && void navigate({ to: '/rules/try', search: { decision } })}
    />
  );
}
