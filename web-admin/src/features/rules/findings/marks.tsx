import { IconAlertTriangle, IconBulb, IconCircleX } from '@tabler/icons-react';
import type { Finding } from '../policy-query';
import { titleOf, toneOf } from './finding-words';
import css from './marks.module.css';

const icons = { ERROR: IconCircleX, WARNING: IconAlertTriangle, HINT: IconBulb };
const words = { ERROR: 'Error', WARNING: 'Warning', HINT: 'Hint' };

export function SeverityIcon({ of, size = 16 }: { of: Finding['severity']; size?: number }) {
  const Icon = icons[of];
  return <Icon size={size} role="img" aria-label={words[of]} className={css[`ink-${of}`]} />;
}

type MarksProps = { findings: readonly Finding[]; onShow: (finding: Finding) => void };

/** What the analysis found, at the rule it is about; a click leads to the whole of it. */
export function Marks({ findings, onShow }: MarksProps) {
  if (findings.length === 0) return null;
  return (
    <ul className={css.marks} aria-label="Found in this rule">
      {grouped(findings).map(([finding, times]) => (
        <li key={finding.kind + finding.words}>
          <button
            type="button"
            className={`${css.mark} ${css[`mark-${toneOf(finding)}`]}`}
            title={finding.words}
            onClick={() => onShow(finding)}
          >
            <SeverityIcon of={finding.severity} size={14} />
            {titleOf(finding)}
            {times > 1 && ` ×${times}`}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Hints of one kind are one mark; what must be mended is marked each by itself. */
function grouped(findings: readonly Finding[]): [Finding, number][] {
  const kinds = new Map<string, [Finding, number]>();
  for (const finding of findings) {
    const key = finding.severity === 'HINT' ? finding.kind : finding.words;
    const known = kinds.get(key);
    kinds.set(key, known ? [known[0], known[1] + 1] : [finding, 1]);
  }
  return [...kinds.values()];
}
