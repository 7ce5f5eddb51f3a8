/** What every password field of these pages has. */
export const secret = { visibilityToggleButtonProps: { 'aria-label': 'Show password' } };
export const words = (refused: readonly { message: string }[]) => refused.map((each) => each.message).join(' ');
