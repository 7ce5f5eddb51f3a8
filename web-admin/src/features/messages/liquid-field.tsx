import { autocompletion } from '@codemirror/autocomplete';
import { liquid } from '@codemirror/lang-liquid';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Decoration, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { Button, Popover, Text, useMantineColorScheme } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { IconBraces, IconChevronDown } from '@tabler/icons-react';
import CodeMirror, { type ReactCodeMirrorRef } from '@uiw/react-codemirror';
import { useMemo, useRef, useState } from 'react';
import { pageNonce } from '@/shared/ui/page-nonce';
import { blocks, explained, marksIn, type Variable } from './liquid-words';
import css from './messages.module.css';

type LiquidProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  variables: readonly Variable[];
  readOnly: boolean;
  /** A mistake names its line. */
  numbered: boolean;
};

const highlight = HighlightStyle.define([
  { tag: [tags.string, tags.number], color: 'var(--rt-warn)' },
  { tag: tags.invalid, color: 'var(--rt-bad)' },
]);

const paint = {
  '&': { backgroundColor: 'var(--rt-surface)', color: 'var(--rt-ink)' },
  '.cm-content': { fontFamily: 'inherit', padding: '10px 0', caretColor: 'var(--rt-ink)' },
  '.cm-scroller': { fontFamily: 'inherit' },
  '.cm-line': { padding: '0 12px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-tooltip': { backgroundColor: 'var(--rt-surface)', border: '1px solid var(--rt-line)' },
};

const looks = { light: EditorView.theme(paint), dark: EditorView.theme(paint, { dark: true }) };

/** Paints what is filled in and what only decides, so that the words stand out as words. */
const painted = ViewPlugin.fromClass(
  class {
    decorations;
    constructor(view: EditorView) {
      this.decorations = places(view);
    }
    update(update: ViewUpdate) {
      if (update.docChanged) this.decorations = places(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function places(view: EditorView) {
  return Decoration.set(
    marksIn(view.state.doc.toString()).map(({ from, to, kind }) =>
      Decoration.mark({ class: kind === 'value' ? css.value : css.logic }).range(from, to),
    ),
  );
}

/** The template's words: values and conditions painted and explained, values offered as one types and by menu. */
export default function LiquidField({ label, value, onChange, variables, readOnly, numbered }: LiquidProps) {
  const { colorScheme } = useMantineColorScheme();
  const system = useColorScheme();
  const look = looks[colorScheme === 'auto' ? system : colorScheme];
  const field = useRef<ReactCodeMirrorRef>(null);
  const [cursor, setCursor] = useState(0);
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
      painted,
      EditorView.lineWrapping,
      pageNonce ? EditorView.cspNonce.of(pageNonce) : [],
      EditorView.contentAttributes.of({ 'aria-label': label }),
      look,
    ],
    [label, variables, look],
  );
  const insert = (text: string) => {
    const view = field.current?.view;
    if (!view) return;
    view.dispatch(view.state.replaceSelection(text));
    view.focus();
  };
  return (
    <div>
      {!readOnly && (
        <div className={css.tools}>
          <InsertMenu variables={variables} onInsert={insert} />
          <Text size="xs" c="dimmed">
            <span className={css.value}>filled in</span> for each return · <span className={css.logic}>decides</span>{' '}
            what is sent, and is not seen
          </Text>
        </div>
      )}
      <div className={css.code}>
        <CodeMirror
          ref={field}
          value={value}
          onChange={onChange}
          onUpdate={(update) => update.selectionSet && setCursor(update.state.selection.main.head)}
          readOnly={readOnly}
          minHeight="240px"
          theme="none"
          basicSetup={{
            lineNumbers: numbered,
            foldGutter: false,
            highlightActiveLine: false,
            syntaxHighlighting: false,
          }}
          extensions={extensions}
        />
      </div>
      <Text size="sm" mt={6} mih={42} role="status" aria-label="What stands at the cursor">
        {explained(value, cursor, variables) ?? 'Put the cursor into a coloured part to read what it does.'}
      </Text>
    </div>
  );
}

/** Buttons in a popover: a menu's entries cannot be reached by Tab, and this list is long enough to scroll. */
function InsertMenu({ variables, onInsert }: { variables: readonly Variable[]; onInsert: (text: string) => void }) {
  const [opened, setOpened] = useState(false);
  const put = (text: string) => () => {
    setOpened(false);
    onInsert(text);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={380} trapFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconBraces size={14} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          Insert a value
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={css.menu} aria-label="Values">
        {variables
          .filter((each) => each.example !== '' && !/ …$|^(true|false)$/.test(each.example))
          .map((each) => (
            <button key={each.name} type="button" onClick={put(`{{ ${each.name} }}`)}>
              {each.description}
              <Text size="xs" c="dimmed" truncate component="span" display="block">
                {each.example}
              </Text>
            </button>
          ))}
        {blocks.map((each) => (
          <button key={each.label} type="button" onClick={put(each.text)}>
            {each.label}
          </button>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
