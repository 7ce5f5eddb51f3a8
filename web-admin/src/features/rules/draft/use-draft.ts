import { useCallback, useMemo, useRef, useState } from 'react';
import { type Refused, useAct } from '@/shared/api/act';
import { DiscardDraftMutation, type PolicyFacts, SaveDraftMutation } from '../policy-query';
import { inputOf, kept, type Rules } from './draft';
import { begun, changed, type History, redone, undone } from './history';
import { clashes, merged } from './merge';

/** The rules of the draft, or null where there is none and what is in force is shown. */
type Shown = Rules | null;
type Server = { version: number; rules: Shown; savedAt: string | null };

export type Trouble =
  | { kind: 'stale'; lost: Rules; mend: () => void; clashes: string[] }
  | { kind: 'unsaved'; message: string; again: () => void };

const serverOf = (of: PolicyFacts): Server => ({
  version: of.draft?.version ?? 0,
  rules: of.draft?.rules ?? null,
  savedAt: of.draft?.savedAt ?? null,
});

/**
 * The draft as it stands on the page: every change shows at once and is saved behind it, one save at a time, the newest
 * wins; every state can be gone back to. `load` fetches the policy when somebody else was faster.
 */
export function useDraft(of: PolicyFacts, load: () => Promise<PolicyFacts | undefined>) {
  const [save] = useAct(SaveDraftMutation);
  const [discard] = useAct(DiscardDraftMutation);
  const [history, setHistory] = useState<History<Shown>>(() => begun<Shown>(of.draft?.rules ?? null));
  const [live, setLive] = useState(of.live);
  const [trouble, setTrouble] = useState<Trouble>();
  const [saving, setSaving] = useState(false);
  const [stored, setStored] = useState<Server>(() => serverOf(of));
  const server = useRef(stored);
  const stands = useRef(history);
  const running = useRef<Promise<boolean>>(undefined);

  const show = useCallback((next: History<Shown>) => {
    stands.current = next;
    setHistory(next);
  }, []);
  const told = useCallback((next: Server) => {
    server.current = next;
    setStored(next);
  }, []);

  const flush = useCallback((): Promise<boolean> => {
    /** One save; the refusal if there was one. */
    const step = async (target: Shown): Promise<Refused[] | undefined> => {
      const { version } = server.current;
      if (target === null) {
        const { refused } = await discard({ input: { version } });
        if (!refused) told({ version: 0, rules: null, savedAt: null });
        return refused;
      }
      const { payload, refused } = await save({ input: { version, rules: target.map(inputOf) } });
      const draft = payload?.draft;
      if (draft) told({ ...draft, rules: kept(target, draft.rules) });
      return refused;
    };
    const overtaken = async (base: Shown) => {
      const newest = await load();
      if (!newest) return;
      const basis = base ?? live.rules;
      const lost = stands.current.now ?? basis;
      const rules = newest.draft ? kept(basis, newest.draft.rules) : null;
      const theirs = rules ?? newest.live.rules;
      setLive(newest.live);
      told({ ...serverOf(newest), rules });
      show(changed(stands.current, rules));
      setTrouble({
        kind: 'stale',
        lost,
        clashes: clashes(basis, lost, theirs),
        mend: () => {
          setTrouble(undefined);
          show(changed(stands.current, merged(basis, lost, stands.current.now ?? theirs)));
          void flush();
        },
      });
    };
    const all = async (): Promise<boolean> => {
      while (stands.current.now !== server.current.rules) {
        const target = stands.current.now;
        const base = server.current.rules;
        const refused = await step(target);
        if (refused?.some((each) => each.code === 'STALE')) {
          await overtaken(base);
          return false;
        }
        if (refused) {
          const message = refused.map((each) => each.message).join(' ');
          setTrouble({ kind: 'unsaved', message, again: () => void flush() });
          return false;
        }
        if (stands.current.now === target) show({ ...stands.current, now: server.current.rules });
      }
      setTrouble(undefined);
      return true;
    };
    setSaving(true);
    running.current ??= all().finally(() => {
      running.current = undefined;
      setSaving(false);
    });
    return running.current;
  }, [save, discard, load, show, told, live]);

  return useMemo(() => {
    const go = (next: History<Shown>) => {
      if (next === stands.current) return Promise.resolve(true);
      show(next);
      return flush();
    };
    /** Takes over what the server has, as a change of its own that can be undone; or as a new beginning. */
    const adopt = async (anew: boolean) => {
      const newest = await load();
      if (!newest) return;
      setLive(newest.live);
      told(serverOf(newest));
      const rules = server.current.rules;
      show(anew ? begun(rules) : changed(stands.current, rules));
      setTrouble(undefined);
    };
    return {
      live,
      rules: history.now ?? live.rules,
      isDraft: history.now !== null,
      version: stored.version,
      savedAt: stored.savedAt,
      saving,
      trouble,
      forgive: () => setTrouble(undefined),
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      /** What a discarded draft held, until something else happens. */
      isThrownAway: history.now === null && history.past.length > 0 && history.future.length === 0,
      change: (next: Rules) => go(changed(stands.current, next)),
      discard: () => go(changed(stands.current, null)),
      undo: () => go(undone(stands.current)),
      redo: () => go(redone(stands.current)),
      adopt,
    };
  }, [history, live, stored, saving, trouble, flush, load, show, told]);
}

export type Draft = ReturnType<typeof useDraft>;
