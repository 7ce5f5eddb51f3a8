import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import css from './ui.module.css';

type PanelProps = { title?: ReactNode; aside?: ReactNode; flush?: boolean; children: ReactNode };

/** A bordered region with a name; `flush` lets a table reach its edges. */
export function Panel({ title, aside, flush, children }: PanelProps) {
  const id = useId();
  return (
    <section className={css.panel} aria-labelledby={title ? id : undefined}>
      {title && (
        <div className={css.panelHead}>
          <Title order={2} id={id} size="h3">
            {title}
          </Title>
          {aside}
        </div>
      )}
      <div className={flush ? css.flush : css.panelBody}>{children}</div>
    </section>
  );
}

/** Names and values under each other. */
export function Facts({ of }: { of: [string, ReactNode][] }) {
  return (
    <dl className={css.facts}>
      {of.map(([name, value], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two facts may have one name, and they never move
        <FactRow key={`${name} ${at}`} name={name} value={value} />
      ))}
    </dl>
  );
}

function FactRow({ name, value }: { name: string; value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
