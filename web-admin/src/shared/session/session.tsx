import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { Provider } from 'urql';
import { createClient, SIGNED_OUT, sameOriginFetch } from '@/shared/api/client';

export type SessionFacts = {
  signedIn: boolean;
  personId?: string;
  tenantId?: string;
  tenantSlug?: string;
  role?: string;
  scopes?: string[];
};

/** Why a door stayed shut, as the server codes it. */
export type SignInRefusal = {
  code: 'BAD_CREDENTIALS' | 'TOTP_REQUIRED' | 'TOTP_WRONG' | 'THROTTLED' | 'INVALID' | 'FAILED';
  retryAfterSeconds?: number;
  correlationId?: string;
};

const AGAIN_MS = 10_000;

type Session = {
  facts: SessionFacts | undefined;
  unreachable: boolean;
  reload: () => Promise<void>;
  signIn: (email: string, password: string, totp?: string) => Promise<SignInRefusal | undefined>;
  signOut: () => Promise<void>;
  switchTenant: (tenantId: string) => Promise<boolean>;
};

const SessionContext = createContext<Session | undefined>(undefined);

/** As every call of ours: the token that the door wants may not have come yet when somebody is quick. */
async function call(method: string, path: string, body?: unknown): Promise<Response> {
  return sameOriginFetch(path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Knows who is signed in, and hands everything below a GraphQL client that is thrown away when that changes. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [facts, setFacts] = useState<SessionFacts>();
  const [unreachable, setUnreachable] = useState(false);

  const reload = useCallback(async () => {
    try {
      const answer = await call('GET', '/session');
      const away = answer.status >= 500;
      // Who cannot be asked about is not signed out.
      if (!away) setFacts(answer.ok ? await answer.json() : { signedIn: false });
      setUnreachable(away);
    } catch {
      setUnreachable(true);
    }
  }, []);

  useEffect(() => {
    if (!unreachable) return;
    const again = setInterval(() => void reload(), AGAIN_MS);
    return () => clearInterval(again);
  }, [unreachable, reload]);

  useEffect(() => {
    void reload();
    const gone = () => setFacts((known) => (known?.signedIn ? { signedIn: false } : known));
    window.addEventListener(SIGNED_OUT, gone);
    return () => window.removeEventListener(SIGNED_OUT, gone);
  }, [reload]);

  const signIn = useCallback(async (email: string, password: string, totp?: string) => {
    try {
      const answer = await call('POST', '/session', { email, password, ...(totp ? { totp } : {}) });
      const body = await answer.json().catch(() => ({}));
      if (answer.status >= 500) return { code: 'FAILED', correlationId: body.correlationId } as SignInRefusal;
      if (!answer.ok) return { code: 'FAILED', ...body } as SignInRefusal;
      setFacts(body);
      return undefined;
    } catch {
      return { code: 'FAILED' } satisfies SignInRefusal;
    }
  }, []);

  const signOut = useCallback(async () => {
    await call('DELETE', '/session').catch(() => undefined);
    setFacts({ signedIn: false });
    await reload();
  }, [reload]);

  const switchTenant = useCallback(async (tenantId: string) => {
    const answer = await call('POST', '/session/tenant', { tenantId });
    if (answer.ok) setFacts(await answer.json());
    return answer.ok;
  }, []);

  // Not yet known is nobody as well: what was typed at a door before the answer came must not be thrown away with it.
  const identity = `${facts?.personId ?? 'nobody'}@${facts?.tenantId ?? ''}:${facts?.role ?? ''}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new identity must never see the old one's cache
  const client = useMemo(createClient, [identity]);
  const session = useMemo(
    () => ({ facts, unreachable, reload, signIn, signOut, switchTenant }),
    [facts, unreachable, reload, signIn, signOut, switchTenant],
  );
  return (
    <SessionContext value={session}>
      <Provider key={identity} value={client}>
        {children}
      </Provider>
    </SessionContext>
  );
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside SessionProvider');
  return session;
}

/** Whether the signed-in person's role holds a scope. Hides what is closed; the server is what keeps it closed. */
export function useCan(): (scope: string) => boolean {
  const scopes = useSession().facts?.scopes;
  return useCallback((scope: string) => scopes?.includes(scope) ?? false, [scopes]);
}
