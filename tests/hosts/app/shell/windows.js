/**
 * The window managers, in outline. The standard app hides earlier record pages and keeps them; the
 * console keeps a section for each workspace tab and, inside it, one for each subtab. Both show the
 * page whose chain of elements is all `active`.
 */
import { make } from './dom.js';

/** The standard app: one page at a time, earlier ones hidden in the document. */
export function standardWindows(root) {
  const pages = new Map();
  return {
    /** The page at this address: the kept one, or what `draw` makes. */
    show(path, _workspace, _title, draw) {
      let page = pages.get(path);
      if (!page) {
        page = make('div', { class: 'windowViewMode-normal oneContent' }, draw());
        pages.set(path, page);
        root.append(page);
      }
      for (const other of pages.values()) {
        other.classList.toggle('active', other === page);
        other.classList.toggle('lafPageHost', other === page);
        other.hidden = other !== page;
      }
    },
    forget(path) {
      pages.get(path)?.remove();
      pages.delete(path);
    },
  };
}

/** A console app. `workspace` is the address of the workspace tab; a page of its own address is the tab itself. */
export function consoleWindows(root, go) {
  const bar = make('ul', { class: 'tabBarItems slds-tabs_default__nav', role: 'tablist' });
  const tabset = make('div', { class: 'oneConsoleTabset navexConsoleTabset' }, bar);
  root.append(
    make(
      'div',
      { class: 'oneWorkspaceCollection navexWorkspaceManager' },
      make('div', { class: 'oneWorkspace navexWorkspace active hasFixedFooter' }, tabset),
    ),
  );
  const workspaces = new Map();

  function open(path, title) {
    const item = make(
      'li',
      { class: 'oneConsoleTabItem tabItem slds-tabs_default__item', role: 'presentation' },
      make(
        'a',
        { class: 'slds-tabs_default__link', role: 'tab', tabindex: '0', onclick: () => go(path) },
        make('span', { class: 'title slds-truncate' }, title),
      ),
    );
    const wrapper = make('div', { class: 'oneWorkspaceTabWrapper' });
    const section = make('section', { class: 'tabContent oneConsoleTab', role: 'tabpanel' }, wrapper);
    bar.append(item);
    tabset.append(section);
    const workspace = { item, section, wrapper, pages: new Map() };
    workspaces.set(path, workspace);
    return workspace;
  }

  return {
    show(path, workspacePath, title, draw) {
      const workspace = workspaces.get(workspacePath) ?? open(workspacePath, title);
      let page = workspace.pages.get(path);
      if (!page) {
        page = make('div', { class: 'windowViewMode-maximized oneContent' }, draw());
        workspace.pages.set(path, page);
        workspace.wrapper.append(page);
      }
      for (const each of workspaces.values()) {
        const active = each === workspace;
        each.item.classList.toggle('active', active);
        each.item.classList.toggle('slds-is-active', active);
        each.section.classList.toggle('active', active);
        each.section.setAttribute('aria-expanded', String(active));
        each.section.hidden = !active;
      }
      // A hidden workspace keeps its own page active: only the chain tells which record is in front.
      for (const each of workspace.pages.values()) {
        each.classList.toggle('active', each === page);
        each.classList.toggle('lafPageHost', each === page);
        each.hidden = each !== page;
      }
    },
    forget(path) {
      for (const workspace of workspaces.values()) {
        workspace.pages.get(path)?.remove();
        workspace.pages.delete(path);
      }
    },
  };
}
