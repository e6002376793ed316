/**
 * What a hostile page does, as functions that run in it: it catches what passes through what it patched,
 * forges what an extension might listen to, and reads what it can of us.
 */

/** Patches, before we come, what a script may call, and keeps what passes; `window.caught` has it. */
export function patchAll(): void {
  const caught: string[] = [];
  Object.assign(window, { caught });
  const spy = (holder: object, name: string) => {
    const real = Reflect.get(holder, name);
    Reflect.set(holder, name, function (this: unknown, ...args: unknown[]) {
      for (const arg of args) if (typeof arg === 'string') caught.push(arg);
      if ((args[0] as { mode?: string })?.mode === 'closed') caught.push('closed root');
      return real.apply(this, args);
    });
  };
  spy(Element.prototype, 'attachShadow');
  spy(Element.prototype, 'append');
  spy(Element.prototype, 'setAttribute');
  spy(CSSStyleSheet.prototype, 'replaceSync');
  spy(JSON, 'parse');
  spy(JSON, 'stringify');
  spy(window, 'postMessage');
  for (const name of ['t', 'key', 'numbers', 'line', 'placement', 'raw']) {
    Object.defineProperty(Object.prototype, name, {
      set(value) {
        caught.push(`${name}=${value}`);
        Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
      },
      configurable: true,
    });
  }
}

interface Forging {
  seed: number;
  count: number;
  /** Of the extension that is meant. */
  id: string;
  /** The button with which a person moves the stage. */
  stage: Element | null;
}

/** Sends that many messages, events and clicks, and says how many of each way. */
export function forge({ seed, count, id, stage }: Forging): Record<string, number> {
  let now = seed;
  const random = (below: number) => {
    now = (now * 48271) % 2147483647;
    return now % below;
  };
  const one = <T>(of: readonly T[]) => of[random(of.length)] as T;
  const words = [
    'toggle',
    'at',
    'seen',
    'placed',
    'framed',
    'advancing',
    'numbers',
    'close',
    'hide',
    'dock',
    'leave',
    'rules',
    'where',
    'deal',
    'shown',
  ];
  const url = location.href;
  const message = () => ({
    t: one(words),
    n: random(9),
    url: one([url, url.replace('acme', 'globex'), null, 7]),
    key: 'salesforce:acme:0067Q00000ARuZXQA1',
    raw: { language: null, fields: { name: { text: 'forged', from: 'x' } } },
    numbers: { known: true, firmness: 1, gaps: 1, label: 'forged' },
    placement: { open: true, hidden: true, side: 'left' },
    side: 'left',
    width: 640,
    done: true,
  });
  const host = document.documentElement.lastElementChild as HTMLElement;
  // The stage is not to move by it: what is asked is whether we take the click for a person's.
  const stop = (event: Event) => event.stopImmediatePropagation();
  document.addEventListener('click', stop, { capture: true });
  const channel = new BroadcastChannel('footing');
  const events: (() => Event)[] = [
    () => new PageTransitionEvent('pageshow', { persisted: true }),
    () => new PageTransitionEvent('pagehide', { persisted: true }),
    () => new Event('prerenderingchange'),
    () => new PopStateEvent('popstate', { state: message() }),
    () => new HashChangeEvent('hashchange', { newURL: url.replace('acme', 'globex') }),
    () => new MessageEvent('message', { data: message(), origin: `chrome-extension://${id}` }),
    () => new StorageEvent('storage', { key: 'footing', newValue: JSON.stringify(message()) }),
    () => new CustomEvent('wxt:locationchange', { detail: message() }),
    () => new CustomEvent(`${id}:page-salesforce:wxt:content-script-started`, { detail: { messageId: 'x' } }),
  ];
  const input: (() => Event)[] = [
    () => new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }),
    () => new PointerEvent('pointerenter', { bubbles: true, composed: true }),
    () => new PointerEvent('pointerdown', { bubbles: true, composed: true }),
    () =>
      new KeyboardEvent('keydown', {
        key: one(['Enter', ' ', 'ArrowUp', 'F']),
        altKey: true,
        shiftKey: true,
        bubbles: true,
      }),
    () => new DragEvent('dragstart', { bubbles: true, composed: true }),
    () => new FocusEvent('focus'),
  ];
  const ways: (() => void)[] = [
    () => window.postMessage(message(), '*'),
    () => {
      const { port1, port2 } = new MessageChannel();
      window.postMessage(message(), '*', [port2]);
      port1.postMessage(message());
    },
    () => one([window, document, navigation] as EventTarget[]).dispatchEvent(one(events)()),
    () => navigation.dispatchEvent(new Event('currententrychange')),
    () => host.dispatchEvent(one(input)()),
    () => stage?.dispatchEvent(one(input)()),
    () => channel.postMessage(message()),
    () => host.click(),
  ];
  const tally: Record<string, number> = {};
  for (let n = 0; n < count; n++) {
    const way = random(ways.length);
    tally[way] = (tally[way] ?? 0) + 1;
    ways[way]?.();
  }
  document.removeEventListener('click', stop, { capture: true });
  return tally;
}

/** Which of these words the page finds or reads, and what else it can see of us. */
export function readOfUs(words: readonly string[]) {
  const find = Reflect.get(window, 'find').bind(window);
  const host = document.documentElement.lastElementChild as HTMLElement;
  getSelection()?.removeAllRanges();
  const found = words.filter((word) => find(word, false, false, true, false, true));
  document.execCommand('selectAll');
  const all = [
    String(getSelection()),
    document.documentElement.innerText,
    document.documentElement.textContent,
    host.outerHTML,
    (host as unknown as { getHTML(of: object): string }).getHTML({ serializableShadowRoots: true }),
    JSON.stringify(performance.getEntries()),
    JSON.stringify(document.documentElement.getAnimations({ subtree: true }).map((each) => String(each.effect))),
    ...(Reflect.get(window, 'caught') as string[]),
  ].join('\n');
  getSelection()?.removeAllRanges();
  return {
    found,
    read: words.filter((word) => all.includes(word)),
    roots: host.shadowRoot,
    frames: window.length,
    closed: all.includes('closed root'),
    extension: all.includes('chrome-extension:'),
  };
}
