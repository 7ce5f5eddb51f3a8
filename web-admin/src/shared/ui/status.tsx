import { IconAlertTriangle, IconCheck, IconCircleDot, IconClock, IconInfoCircle, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './ui.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'calm';

const icons = { good: IconCheck, warn: IconClock, bad: IconX, info: IconCircleDot, calm: IconCircleDot };

/** A status: always icon and word, colour last. */
export function Status({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <span className={`${css.badge} ${css[tone]}`}>
      <Icon size={13} stroke={2.4} aria-hidden />
      {children}
    </span>
  );
}

const noticeIcons = {
  good: IconCheck,
  warn: IconAlertTriangle,
  bad: IconAlertTriangle,
  info: IconInfoCircle,
  calm: IconInfoCircle,
};

/** A sentence that must be read before going on. `alert` is read out at once. */
export function Notice({ tone, alert, children }: { tone: Tone; alert?: boolean; children: ReactNode }) {
  const Icon = noticeIcons[tone];
  return (
    <div className={`${css.notice} ${css[tone]}`} role={alert ? 'alert' : undefined}>
      <Icon size={18} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
