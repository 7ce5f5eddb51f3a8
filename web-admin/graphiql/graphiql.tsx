import './styles-of-the-editor';
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './graphiql.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { csrfHeader } from '../src/shared/api/csrf';

const first = `# Retour's API, as you: your session's tenant and permissions apply.
# Integrators get a token at /oauth2/token and send the same documents as a bearer.
{
  __typename
}
`;

async function ask(params: { query: string; variables?: unknown; operationName?: string | null }) {
  const answer = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...csrfHeader() },
    body: JSON.stringify(params),
  });
  if (answer.status === 401)
    return { errors: [{ message: 'You are not signed in. Sign in at /admin/ and come back.' }] };
  return answer.json();
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<GraphiQL fetcher={ask} defaultQuery={first} defaultEditorToolsVisibility={false} />);
