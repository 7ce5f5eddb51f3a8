import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { once } from '@/shared/api/policies';
import { useCan } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import type { ItemFacts, ReturnFacts } from './return-query';
import css from './returns.module.css';
import { type Won, wonEffects } from './why';

const WhyQuery = graphql(`
  query WhyItem($id: ID!) {
    policyDecision(id: $id) {
      id
      byHand
      trace { because afterwards rules { position name effects { kind sentence fate } } }
    }
  }
`);

/** Why it stands as it does: each effect with the rule that set it, and what guards and law added. */
export function WhyPanel({ of }: { of: ReturnFacts }) {
  const may = useCan()('rules:read');
  const judged = of.items.filter((item) => item.decisions.some((decision) => decision.decisionId));
  if (of.because.length === 0 && (!may || judged.length === 0)) return null;
  return (
    <Panel title="Why">
      <Stack gap={8}>
        {of.because.map((line) => (
          <Text key={line}>{line}</Text>
        ))}
        {may && judged.map((item) => <WhyItem key={item.id} item={item} named={of.items.length > 1} />)}
        <Anchor size="sm" renderRoot={(props) => <Link to="/rules" {...props} />}>
          Look at the rules
        </Anchor>
      </Stack>
    </Panel>
  );
}

function WhyItem({ item, named }: { item: ItemFacts; named: boolean }) {
  const id = item.decisions.find((decision) => decision.decisionId)?.decisionId ?? '';
  const query = useQuery({ query: WhyQuery, variables: { id }, ...once });
  return (
    <Loaded query={query}>
      {({ policyDecision }) =>
        policyDecision && (
          <div>
            {named && (
              <Text size="sm" fw={620}>
                {item.title}
              </Text>
            )}
            {policyDecision.byHand && <Text size="sm">A person decided; the rules said:</Text>}
            <ul className={css.steps}>
              {wonEffects(policyDecision.trace.rules).map((won) => (
                <Effect key={won.kind + won.position} of={won} />
              ))}
              {policyDecision.trace.afterwards.map((line) => (
                <li key={line}>{line}</li>
              ))}
              {wonEffects(policyDecision.trace.rules).length === 0 && <li>{policyDecision.trace.because}</li>}
            </ul>
          </div>
        )
      }
    </Loaded>
  );
}

function Effect({ of }: { of: Won }) {
  return (
    <li>
      {of.sentence}
      <span className={css.dim}>
        {' '}
        · rule {of.position} “{of.rule}”
      </span>
    </li>
  );
}
