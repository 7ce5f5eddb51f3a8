import { Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import css from './door.module.css';

type DoorProps = { title: string; lead?: ReactNode; foot?: ReactNode; wide?: boolean; children: ReactNode };

/** The frame of every page that needs no session. */
export function Door({ title, lead, foot, wide, children }: DoorProps) {
  useDocumentTitle(`${title} · Retour`);
  return (
    <main className={css.door}>
      <div className={`${css.inner} ${wide ? css.wide : ''}`}>
        <div className={css.brand}>
          <img src="/admin/favicon.svg" alt="" width={30} height={30} />
          Retour
        </div>
        <div className={css.card}>
          <Stack gap="md">
            <div>
              <Title order={1}>{title}</Title>
              {lead && (
                <Text c="dimmed" mt={4}>
                  {lead}
                </Text>
              )}
            </div>
            {children}
          </Stack>
        </div>
        {foot && <div className={css.foot}>{foot}</div>}
      </div>
    </main>
  );
}
