import { autocompletion } from '@codemirror/autocomplete';
import { liquid } from '@codemirror/lang-liquid';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useMantineColorScheme } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import CodeMirror from '@uiw/react-codemirror';
import { useMemo } from 'react';
import css from './messages.module.css';

type LiquidProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  variables: readonly { name: string; description: string }[];
  readOnly: boolean;
};

const highlight = HighlightStyle.define([
  { tag: [tags.brace, tags.special(tags.brace), tags.tagName, tags.keyword], color: 'var(--rt-link)' },
  { tag: [tags.variableName, tags.propertyName], color: 'var(--rt-good)' },
  { tag: [tags.string, tags.number], color: 'var(--rt-warn)' },
  { tag: tags.invalid, color: 'var(--rt-bad)' },
]);

const paint = {
  '&': { backgroundColor: 'var(--rt-surface)', color: 'var(--rt-ink)' },
  '.cm-content': { fontFamily: 'var(--mantine-font-family-monospace)', padding: '10px 0', caretColor: 'var(--rt-ink)' },
  '.cm-line': { padding: '0 12px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-tooltip': { backgroundColor: 'var(--rt-surface)', border: '1px solid var(--rt-line)' },
};

const looks = { light: EditorView.theme(paint), dark: EditorView.theme(paint, { dark: true }) };

/** The template's words with Liquid coloured and its variables offered as one types. */
export default function LiquidField({ label, value, onChange, variables, readOnly }: LiquidProps) {
  const { colorScheme } = useMantineColorScheme();
  const system = useColorScheme();
  const look = looks[colorScheme === 'auto' ? system : colorScheme];
  const extensions = useMemo(
    () => [
      liquid({
        variables: [...new Set(variables.map((each) => each.name.split('.')[0] ?? each.name))].map((name) => ({
          label: name,
          type: 'variable',
        })),
        properties: (path) =>
          variables
            .filter((each) => each.name.startsWith(`${path.join('.')}.`))
            .map((each) => ({
              label: each.name.slice(path.join('.').length + 1).split('.')[0] ?? each.name,
              detail: each.description,
              type: 'property',
            })),
      }),
      autocompletion({ icons: false }),
      syntaxHighlighting(highlight),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label }),
      look,
    ],
    [label, variables, look],
  );
  return (
    <div className={css.code}>
      <CodeMirror
        value={value}
        onChange={onChange}
        readOnly={readOnly}
        minHeight="240px"
        theme="none"
        basicSetup={{ lineNumbers: false, foldGutter: false, highlightActiveLine: false, syntaxHighlighting: false }}
        extensions={extensions}
      />
    </div>
  );
}
