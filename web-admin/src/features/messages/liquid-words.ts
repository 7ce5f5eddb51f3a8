export type Variable = { name: string; description: string; example: string };

/** A place of a template between {{ and }} or {% and %}. */
export type Mark = { from: number; to: number; kind: 'value' | 'logic' };

const MARKS = /\{\{[^{}]*\}\}|\{%[^%]*%\}/g;

export function marksIn(text: string): Mark[] {
  return [...text.matchAll(MARKS)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
    kind: found.startsWith('{{') ? 'value' : 'logic',
  }));
}

/** What the place at the cursor does, in plain words; undefined where there is plain text. */
export function explained(text: string, cursor: number, variables: readonly Variable[]): string | undefined {
  const mark = marksIn(text).find(({ from, to }) => from <= cursor && cursor <= to);
  return mark && meaning(text, mark, variables);
}

function meaning(text: string, { from, to, kind }: Mark, variables: readonly Variable[]): string {
  const inside = text.slice(from + 2, to - 2).trim();
  if (kind === 'value') return ofValue(inside, text.slice(0, from), variables);
  const [word = '', ...rest] = inside.split(/\s+/);
  const condition = rest.join(' ');
  switch (word) {
    case 'if':
      return `What follows is sent only if ${sayCondition(condition, variables)}. It ends at {% endif %}.`;
    case 'elsif':
      return `Otherwise this is sent, if ${sayCondition(condition, variables)}.`;
    case 'unless':
      return `What follows is left out if ${sayCondition(condition, variables)}.`;
    case 'else':
      return 'Sent in the other case, when the condition above does not hold.';
    case 'endif':
    case 'endunless':
      return 'Here the part with a condition ends. It is not seen in the message.';
    case 'for':
      return `What follows is repeated, once for each of: ${sayValue(rest.at(-1) ?? '', variables)}. It ends at {% endfor %}.`;
    case 'endfor':
      return 'Here the repeated part ends. It is not seen in the message.';
    default:
      return 'An instruction; it is not seen in the message.';
  }
}

function ofValue(inside: string, before: string, variables: readonly Variable[]): string {
  const name = inside.split('|')[0]?.trim() ?? '';
  const known = variables.find((each) => each.name === name);
  if (known) return `${known.description}. It reads like: ${known.example || 'nothing, in the example'}`;
  const loop = new RegExp(`\\{%\\s*for\\s+${(name.split('.')[0] ?? '').replace(/\W/g, '')}\\s+in\\s+([\\w.]+)`, 'g');
  const list = [...before.matchAll(loop)].at(-1)?.[1];
  if (list) return `${name.split('.').slice(1).join(' ') || 'It'}, of each of: ${sayValue(list, variables)}.`;
  return `“${name}” is not known here: nothing would stand in its place.`;
}

function sayValue(name: string, variables: readonly Variable[]): string {
  const path = name.replace(/\.size$/, '');
  return variables.find((each) => each.name === path)?.description.toLowerCase() ?? `“${name}”`;
}

function sayCondition(condition: string, variables: readonly Variable[]): string {
  if (/^[\w.]+$/.test(condition)) return `there is: ${sayValue(condition, variables)}`;
  const amount = /^([\w.]+)\.size > 0$/.exec(condition);
  if (amount?.[1]) return `there are any: ${sayValue(amount[1], variables)}`;
  return condition
    .replaceAll('==', 'is')
    .replaceAll('!=', 'is not')
    .replace(/[\w]+\.[\w.]+/g, (name) => {
      const said = sayValue(name, variables);
      return said.startsWith('“') ? said : `“${said}”`;
    });
}

/** Building blocks that a person who has never seen a template can insert. */
export const blocks = [
  { label: 'A part that is sent only sometimes', text: '{% if shop.contact %}…{% endif %}' },
  {
    label: 'A list of all items',
    text: '{% for item in return.items %}- {{ item.quantity }} × {{ item.title }}\n{% endfor %}',
  },
] as const;
