/** What stands now, what one can go back to, and what one went back from. */
export type History<S> = { past: readonly S[]; now: S; future: readonly S[] };

const MOST = 100;

export function begun<S>(now: S): History<S> {
  return { past: [], now, future: [] };
}

/** Something new: what was undone before it is gone. */
export function changed<S>({ past, now }: History<S>, next: S): History<S> {
  return { past: [...past, now].slice(-MOST), now: next, future: [] };
}

export function undone<S>(history: History<S>): History<S> {
  const [now] = history.past.slice(-1);
  if (history.past.length === 0) return history;
  return { past: history.past.slice(0, -1), now: now as S, future: [history.now, ...history.future] };
}

export function redone<S>(history: History<S>): History<S> {
  const [now, ...future] = history.future;
  if (history.future.length === 0) return history;
  return { past: [...history.past, history.now], now: now as S, future };
}
