import type { ReactNode } from 'react';
import { Notice } from './status';

/** What stands against the form as a whole; read out as soon as it appears. */
export function FormError({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <Notice tone="bad" alert>
      {children}
    </Notice>
  );
}
