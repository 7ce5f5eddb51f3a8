import { Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import css from './ui.module.css';

type PageProps = {
  title: string;
  /** Something to stand in the heading's place while the browser's tab keeps `title`. */
  heading?: ReactNode;
  lead?: ReactNode;
  /** The one primary action, top right, and lesser ones before it. */
  actions?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
};

export function Page({ title, heading, lead, actions, narrow, children }: PageProps) {
  useDocumentTitle(`${title} · Retour`);
  return (
    <div className={css.page}>
      <div className={css.head}>
        <div>
          <Title order={1}>{heading ?? title}</Title>
          {lead && (
            <Text component="div" className={css.lead}>
              {lead}
            </Text>
          )}
        </div>
        {actions}
      </div>
      <div className={narrow ? css.narrow : undefined}>{children}</div>
    </div>
  );
}
