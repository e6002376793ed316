import type { Page } from '@playwright/test';

/** Evaluates an expression in a world of its own: the same document, none of the page's patches, as a content script has it. */
export async function inIsolatedWorld<T>(page: Page, expression: string): Promise<T> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await cdp.send('Page.getFrameTree');
    const { executionContextId } = await cdp.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
    const answer = await cdp.send('Runtime.evaluate', {
      contextId: executionContextId,
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? expression);
    return answer.result.value as T;
  } finally {
    await cdp.detach();
  }
}
