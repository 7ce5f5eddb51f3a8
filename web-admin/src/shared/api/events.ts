import { type AnyVariables, stringifyDocument } from '@urql/core';
import { type Document, sameOriginFetch } from './client';

/** What the stream of a subscription said so far, and what is left of a block that is still on its way. */
export function readEvents(text: string): { events: { name: string; data: string }[]; rest: string } {
  const blocks = text.replaceAll('\r\n', '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  const events = blocks.flatMap((block) => {
    const lines = block.split('\n');
    const value = (field: string) =>
      lines
        .filter((line) => line.startsWith(`${field}:`))
        .map((line) => line.slice(field.length + 1).replace(/^ /, ''))
        .join('\n');
    const name = value('event');
    return name ? [{ name, data: value('data') }] : [];
  });
  return { events, rest };
}

/**
 * Follows a subscription by server-sent events until it ends, breaks or is let go. Answers whether it came to its own end:
 * who is told false asks in another way.
 */
export async function follow<Data, Variables extends AnyVariables>(
  document: Document<Data, Variables>,
  variables: Variables,
  onData: (data: Data) => void,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const answer = await sameOriginFetch('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      body: JSON.stringify({ query: stringifyDocument(document), variables }),
      signal,
    });
    if (!answer.ok || !answer.body) return false;
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return false;
      const read = readEvents(rest + value);
      rest = read.rest;
      for (const { name, data } of read.events) {
        if (name === 'complete') return true;
        const said = data ? (JSON.parse(data) as { data?: Data | null; errors?: unknown[] }) : {};
        if (said.errors) return false;
        if (said.data) onData(said.data);
      }
    }
  } catch {
    return false;
  }
}
