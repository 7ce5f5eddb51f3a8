import { notifications } from '@mantine/notifications';
import type { Refused } from '@/shared/api/act';

/** Said only for results that happen out of view; errors of a field stay by the field. */
export function done(message: string) {
  notifications.show({ message, color: 'accent', autoClose: 4000, closeButtonProps: { 'aria-label': 'Close' } });
}

/** Refusals of an action that has no form to show them in. */
export function refusedToast(refused: readonly Refused[]) {
  notifications.show({
    title: 'That did not work',
    message: refused.map((each) => each.message).join(' '),
    color: 'red',
    autoClose: 10_000,
    closeButtonProps: { 'aria-label': 'Close' },
  });
}
