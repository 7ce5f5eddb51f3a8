import { needed } from '@/shared/ui/act-form';

/** What every password field of these pages has. */
export const secret = { visibilityToggleButtonProps: { 'aria-label': 'Show password' } };

export const passwordNeeded = needed('Type your password, so that nobody else changes this.');
