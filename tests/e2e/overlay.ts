/**
 * Hands for what Footing puts into a page. It stands in a closed shadow root that no page script
 * reaches, so the launcher is found through the browser's own debugger and pressed where it lies;
 * the panel is a frame like any other once it is there.
 */
import type { CDPSession, Frame, Page } from '@playwright/test';
import type { Session } from './session.ts';

/** The part of the debugger's node that is used here. */
interface Node {
  backendNodeId: number;
  nodeName: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
  shadowRootType?: string;
}

export interface Launcher {
  /** Its accessible name. */
  label: string;
  /** The number of gaps that it shows, as text; `null` where it shows none. */
  gaps: string | null;
  box: { x: number; y: number; width: number; height: number };
}

const WAIT_MS = 8_000;

/** Asks again until there is an answer; the probe waits for the browser, so this never spins. */
async function until<T>(what: string, probe: () => Promise<T | null>): Promise<T> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const found = await probe();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error(`Waited ${WAIT_MS} ms for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function attribute(node: Node, name: string): string | null {
  const at = (node.attributes ?? []).findIndex((each, n) => n % 2 === 0 && each === name);
  return at < 0 ? null : (node.attributes?.[at + 1] ?? null);
}

function descendant(node: Node, name: string): Node | null {
  if (node.nodeName === name) return node;
  for (const child of node.children ?? []) {
    const found = descendant(child, name);
    if (found) return found;
  }
  return null;
}

/** Calls `use` with the closed shadow root in which launcher and panel stand; `null` if there is none. */
async function withOverlay<T>(page: Page, use: (root: Node, cdp: CDPSession) => Promise<T | null>): Promise<T | null> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
    const html = root.children?.find((child) => child.nodeName === 'HTML');
    const overlay = (html?.children ?? [])
      .flatMap((child) => child.shadowRoots ?? [])
      .find((shadow) => shadow.shadowRootType === 'closed' && descendant(shadow, 'BUTTON'));
    return overlay ? await use(overlay, cdp) : null;
  } finally {
    await cdp.detach();
  }
}

/** Whether the element is laid out and visible. */
async function isShown(cdp: CDPSession, node: Node): Promise<boolean> {
  const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: node.backendNodeId });
  const { result } = await cdp.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: 'function () { return this.checkVisibility({ visibilityProperty: true }); }',
    returnByValue: true,
  });
  return result.value === true;
}

/** The launcher as it stands now; `null` while none is shown. */
export function launcherNow(page: Page): Promise<Launcher | null> {
  return withOverlay(page, async (root, cdp) => {
    const button = descendant(root, 'BUTTON');
    if (!button || !(await isShown(cdp, button))) return null;
    const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId: button.backendNodeId });
    const [x = 0, y = 0] = model.border;
    return {
      label: attribute(button, 'aria-label') ?? '',
      gaps: attribute(button, 'data-gaps') || null,
      box: { x, y, width: model.width, height: model.height },
    };
  });
}

/** The launcher, once it is shown. */
export function launcher(page: Page): Promise<Launcher> {
  return until('the launcher', () => launcherNow(page));
}

export interface Mark {
  /** Its accessible name. */
  label: string;
  box: Launcher['box'];
}

/** The marks beside the deals of a list as they stand now, from the top. */
export async function marksNow(page: Page): Promise<Mark[]> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
    const overlays = root.children?.find(({ nodeName }) => nodeName === 'HTML')?.children ?? [];
    const inside = overlays.flatMap(({ shadowRoots = [] }) => shadowRoots.flatMap(({ children = [] }) => children));
    const marks: Mark[] = [];
    for (const node of inside.filter((each) => attribute(each, 'role') === 'img')) {
      // One that went in between is none.
      const { model } = await cdp
        .send('DOM.getBoxModel', { backendNodeId: node.backendNodeId })
        .catch(() => ({ model: null }));
      if (!model) continue;
      const [x = 0, y = 0] = model.border;
      marks.push({
        label: attribute(node, 'aria-label') ?? '',
        box: { x, y, width: model.width, height: model.height },
      });
    }
    return marks.sort((a, b) => a.box.y - b.box.y);
  } finally {
    await cdp.detach();
  }
}

export interface Advice {
  text: string;
  /** When it was shown, in ms of the page's own time. */
  since: number;
}

/** The line that the launcher widens into; `null` while it shows none. */
export function adviceNow(page: Page): Promise<Advice | null> {
  return withOverlay(page, async (root, cdp) => {
    const line = descendant(root, 'P');
    if (!line || !(await isShown(cdp, line))) return null;
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: line.backendNodeId });
    const { result } = await cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration:
        'function () { return { text: this.dataset.line, since: this.getAnimations()[0]?.startTime ?? 0 }; }',
      returnByValue: true,
    });
    return result.value.text ? result.value : null;
  });
}

/** Lets the moment of the line be over now; says how long it would have been, in ms. */
export function endAdvice(page: Page): Promise<number> {
  return until('the moment of the line', () =>
    withOverlay(page, async (root, cdp) => {
      const line = descendant(root, 'P');
      if (!line) return null;
      const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: line.backendNodeId });
      const { result } = await cdp.send('Runtime.callFunctionOn', {
        objectId: object.objectId,
        functionDeclaration: `function () {
          const [moment] = this.getAnimations();
          moment?.finish();
          return moment?.effect.getTiming().duration ?? null;
        }`,
        returnByValue: true,
      });
      return result.value;
    }),
  );
}

/** The line, once it is shown; `after`: shown anew since then. */
export function advice(page: Page, after = 0): Promise<Advice> {
  return until('what to know before', async () => {
    const now = await adviceNow(page);
    return now && now.since > after ? now : null;
  });
}

/** Where to press the launcher. */
export async function launcherMiddle(page: Page): Promise<{ x: number; y: number }> {
  const { box } = await launcher(page);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Drags the launcher along its edge to this height of the window, in CSS pixels. */
export async function dragLauncher(page: Page, toY: number): Promise<void> {
  const { x, y } = await launcherMiddle(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, (y + toY) / 2, { steps: 4 });
  await page.mouse.move(x, toY, { steps: 4 });
  await page.mouse.up();
}

/** The panel's frame if it is in the page, shown or kept warm. */
export function panelNow(page: Page): Frame | null {
  return page.frames().find((frame) => /^chrome-extension:\/\/[^/]+\/panel\.html/.test(frame.url())) ?? null;
}

/** The panel's frame, once it is in the page. */
export function panelOf(page: Page): Promise<Frame> {
  return until("the panel's frame", async () => panelNow(page));
}

/** Whether the panel is on screen; kept warm behind a closed panel it is in the page but not shown. */
export async function panelShown(page: Page): Promise<boolean> {
  const shown = await withOverlay(page, async (root, cdp) => {
    const frame = descendant(root, 'IFRAME');
    return frame ? isShown(cdp, frame) : false;
  });
  return shown === true;
}

/** Where the panel stands, in CSS pixels of the page. */
export async function panelBox(page: Page): Promise<Launcher['box']> {
  return until("the panel's place", () =>
    withOverlay(page, async (root, cdp) => {
      const frame = descendant(root, 'IFRAME');
      if (!frame || !(await isShown(cdp, frame))) return null;
      const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId: frame.backendNodeId });
      const [x = 0, y = 0] = model.border;
      return { x, y, width: model.width, height: model.height };
    }),
  );
}

/** Presses the launcher as a person would, and waits until the panel is on screen. */
export async function openPanel(page: Page): Promise<Frame> {
  const { x, y } = await launcherMiddle(page);
  await page.mouse.click(x, y);
  await until('the panel on screen', async () => ((await panelShown(page)) ? true : null));
  return panelOf(page);
}

/**
 * What the keyboard shortcut and the toolbar icon do: the browser's own keys are out of a test's
 * reach, so the service worker sends the tab in front the message that they send.
 */
export async function togglePanel(session: Session, page: Page): Promise<void> {
  await page.bringToFront();
  const worker = await session.worker();
  await worker.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    await chrome.tabs.sendMessage(tab.id, { t: 'toggle' });
  })()`);
}
