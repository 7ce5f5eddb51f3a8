import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { FirstShape } from './first-shape';

/** Asks once: while the sign-in page loads, this one is drawn again, and asking again would never end. */
export function ToSignIn({ from }: { from: string }) {
  const navigate = useNavigate();
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void navigate({ to: '/sign-in', search: from === '/' ? {} : { to: from }, replace: true });
  }, [from, navigate]);
  return <FirstShape />;
}
