import { CopyButton, Tooltip } from '@mantine/core';
import css from './ui.module.css';

/** An e-mail address breaks after its @ where it must, not in the middle of a word. */
function breakable(text: string) {
  const at = text.indexOf('@') + 1;
  if (at === 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <wbr />
      {text.slice(at)}
    </>
  );
}

/** An id in a monospaced face; a click copies it. */
export function CopyId({ value, label }: { value: string; label?: string }) {
  return (
    <CopyButton value={value} timeout={1500}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? 'Copied' : 'Copy'} withArrow>
          <button
            type="button"
            className={css.mono}
            aria-label={`Copy ${value}`}
            onClick={(event) => {
              event.stopPropagation();
              copy();
            }}
          >
            {label ?? breakable(value)}
          </button>
        </Tooltip>
      )}
    </CopyButton>
  );
}
