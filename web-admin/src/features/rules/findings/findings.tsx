import { Button, Group, Text } from '@mantine/core';
import { IconArrowRight, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { count } from '@/shared/format/words';
import { Facts } from '@/shared/ui/panel';
import type { Finding } from '../policy-query';
import { factsOf, ruleOf, titleOf } from './finding-words';
import css from './findings.module.css';
import { SeverityIcon } from './marks';

const FIRST = 8;

export type Shown = { finding: Finding };

type FindingsProps = {
  of: readonly Finding[];
  /** The one that was asked for, anew with each asking; it is opened and stood at. */
  shown: Shown | undefined;
  mayEdit: boolean;
  onRule: (id: string) => void;
  onRemove: (id: string) => void;
};

/** What the analysis found, the worst first, each with an item it happens to. Hints are folded: they are often intended. */
export function Findings({ of, shown, ...rest }: FindingsProps) {
  const hints = of.filter((finding) => finding.severity === 'HINT');
  const grave = of.filter((finding) => finding.severity !== 'HINT');
  return (
    <>
      {grave.length > 0 && <Items of={grave} shown={shown} {...rest} />}
      {hints.length > 0 && (
        <details className={css.hints} open={shown && hints.includes(shown.finding) ? true : undefined}>
          <summary>{count(hints.length, 'hint')}, often intended</summary>
          <Items of={hints} shown={shown} {...rest} />
        </details>
      )}
    </>
  );
}

function Items({ of, shown, ...rest }: FindingsProps) {
  const [all, setAll] = useState(false);
  const few = all || (shown && of.indexOf(shown.finding) >= FIRST) ? of : of.slice(0, FIRST);
  return (
    <>
      <ul className={css.findings}>
        {few.map((finding) => (
          <FindingItem
            key={finding.kind + finding.words}
            finding={finding}
            shown={finding === shown?.finding ? shown : undefined}
            {...rest}
          />
        ))}
      </ul>
      {few.length < of.length && (
        <Button size="xs" variant="default" mt="xs" onClick={() => setAll(true)}>
          Show {count(of.length - few.length, 'more finding')}
        </Button>
      )}
    </>
  );
}

type ItemProps = Omit<FindingsProps, 'of'> & { finding: Finding };

function FindingItem({ finding, shown, mayEdit, onRule, onRemove }: ItemProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (shown) item.current?.focus();
  }, [shown]);
  const rule = ruleOf(finding);
  const { witness } = finding;
  return (
    <li ref={item} tabIndex={-1} className={shown ? css.standAt : undefined}>
      <Group gap={6} wrap="nowrap">
        <SeverityIcon of={finding.severity} />
        <Text fw={620} size="sm">
          {titleOf(finding)}
        </Text>
      </Group>
      <Text size="sm" className={css.wrap}>
        {finding.words}
      </Text>
      {witness && (
        <details className={css.witness} open={shown ? true : undefined}>
          <summary>An item it happens to</summary>
          {witness.length === 0 ? (
            <Text size="sm">One of which nothing is known.</Text>
          ) : (
            <Facts of={witness.map((each) => [each.label, each.seen])} />
          )}
        </details>
      )}
      <Group gap={6} mt={4}>
        {witness && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPlayerPlay size={12} aria-hidden />}
            renderRoot={(props) => <Link to="/rules/try" search={{ facts: factsOf(witness) }} {...props} />}
          >
            Open in Try
          </Button>
        )}
        {rule && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconArrowRight size={12} aria-hidden />}
            onClick={() => onRule(rule)}
          >
            Go to rule {finding.rules[0]?.position}
          </Button>
        )}
        {rule && finding.mayGo && mayEdit && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconTrash size={12} aria-hidden />}
            onClick={() => onRemove(rule)}
          >
            Remove the rule
          </Button>
        )}
      </Group>
    </li>
  );
}
