import { Tooltip } from '@mantine/core';
import { type MoneyValue, moneyText } from '@/shared/format/money';
import { exactTime, relativeTime } from '@/shared/format/time';
import css from './ui.module.css';

export function Money({ of }: { of: MoneyValue }) {
  return <span className={css.money}>{moneyText(of)}</span>;
}

/** Relative time, the exact one on hover and for screen readers' titles. */
export function When({ at }: { at: string }) {
  return (
    <Tooltip label={exactTime(at)} withArrow>
      <time dateTime={at}>{relativeTime(at, new Date())}</time>
    </Tooltip>
  );
}
