import { appendFileSync } from 'node:fs';
import type { Reporter, TestCase, TestResult, TestStep } from '@playwright/test/reporter';

/** Writes each step down where STEPS names a file: who watches the walk sees that it gets on, and where it stood still. */
export default class Steps implements Reporter {
  onStepBegin(test: TestCase, _: TestResult, step: TestStep): void {
    if (process.env.STEPS && step.category !== 'hook')
      appendFileSync(process.env.STEPS, `${test.title} › ${step.title}\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
