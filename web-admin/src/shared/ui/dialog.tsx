import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';

/**
 * A dialog that is there while it is wanted. Who leaves it goes on where they were: what had the focus has it again, also
 * when the dialog is taken away instead of closed. Of a menu that is gone, its button has it.
 */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  const [before] = useState(origin);
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement === document.body) before?.focus({ preventScroll: true });
      });
    },
    [before],
  );
  return <Modal opened closeButtonProps={{ 'aria-label': 'Close' }} {...props} />;
}

function origin(): HTMLElement | undefined {
  const focused = document.activeElement;
  const menu = focused?.closest('[role="menu"]');
  const from = menu ? document.querySelector(`[aria-controls="${menu.id}"]`) : focused;
  return from instanceof HTMLElement ? from : undefined;
}
