/** What stands around a record: header, navigation, utility bar, composer, modal, toast. */
import { make } from './dom.js';

/** Keys that the page takes for itself, as Lightning does, unless a field of the page has the focus. */
const SHORTCUTS = ['e', 'g', 's', 'n', '/', '?', 'Escape'];

/** Keys that reached a page shortcut, in order. */
export const shortcuts = [];

export function listenForShortcuts() {
  document.addEventListener('keydown', (event) => {
    const path = event.composedPath();
    if (path.some((node) => ['INPUT', 'TEXTAREA', 'SELECT'].includes(node.tagName) || node.isContentEditable)) return;
    if (SHORTCUTS.includes(event.key)) shortcuts.push(event.key);
  });
}

export function header(go) {
  const link = (text, path) =>
    make(
      'one-app-nav-bar-item-root',
      { class: 'slds-context-bar__item' },
      make(
        'a',
        {
          class: 'slds-context-bar__label-action',
          href: path,
          onclick: (event) => {
            event.preventDefault();
            go(path);
          },
        },
        make('span', { class: 'slds-truncate' }, text),
      ),
    );
  return make(
    'div',
    { class: 'shell-top' },
    make(
      'header',
      { class: 'slds-global-header_container branding-header' },
      make(
        'div',
        { class: 'slds-global-header slds-grid slds-grid_align-spread' },
        make('div', { class: 'slds-global-header__item' }, make('strong', {}, 'Sales')),
        make(
          'div',
          { class: 'slds-global-header__item slds-global-header__item_search' },
          make('input', { class: 'slds-input', type: 'search', placeholder: 'Search...', 'aria-label': 'Search' }),
        ),
        make('div', { class: 'slds-global-header__item' }, 'Jo Berg'),
      ),
    ),
    make(
      'div',
      { class: 'slds-context-bar' },
      make(
        'nav',
        { class: 'slds-context-bar__secondary' },
        link('Home', '/lightning/page/home'),
        link('Opportunities', '/lightning/o/Opportunity/list?filterName=Recent'),
      ),
    ),
  );
}

export function utilityBar(onNote) {
  return make(
    'div',
    { class: 'oneUtilityBarContainer' },
    make(
      'footer',
      { class: 'slds-utility-bar_container', 'aria-label': 'Utility Bar' },
      make(
        'ul',
        { class: 'utilitybar slds-utility-bar' },
        make(
          'li',
          { class: 'slds-utility-bar__item oneUtilityBarItem' },
          make(
            'button',
            { class: 'slds-button slds-utility-bar__action', type: 'button', onclick: onNote },
            make('span', { class: 'slds-utility-bar__text' }, 'Notes'),
          ),
        ),
      ),
    ),
  );
}

/** The docked composer, bottom right, 480 by 480. */
export function composer(open) {
  document.querySelector('.slds-docked_container')?.remove();
  if (!open) return;
  const title = make('h2', { class: 'slds-truncate', title: 'Note' }, 'Note');
  const text = make('textarea', { class: 'slds-textarea', 'aria-label': 'Note', rows: '16' });
  document.body.append(
    make(
      'div',
      { class: 'slds-docked_container forceDockingPanel' },
      make(
        'section',
        {
          class: 'slds-docked-composer slds-grid slds-grid_vertical slds-is-open',
          role: 'dialog',
          'aria-label': 'Note',
        },
        make('header', { class: 'slds-docked-composer__header slds-grid' }, title),
        make('div', { class: 'slds-docked-composer__body slds-p-around_small' }, text),
      ),
    ),
  );
}

export function modal(open) {
  for (const element of document.querySelectorAll('.modal-container')) element.remove();
  if (!open) return;
  const close = make('button', { class: 'slds-button slds-button_neutral', type: 'button' }, 'Close');
  close.addEventListener('click', () => modal(false));
  const part = (name, ...children) => make('div', { class: `slds-modal__${name}` }, ...children);
  document.body.append(
    make(
      'div',
      { class: 'modal-container forceModal' },
      make(
        'section',
        { class: 'slds-modal slds-fade-in-open', role: 'dialog', 'aria-modal': 'true', 'aria-label': 'New Task' },
        part(
          'container',
          part('header', make('h1', { class: 'slds-modal__title' }, 'New Task')),
          part('content slds-p-around_large', 'Subject'),
          part('footer', close),
        ),
      ),
      make('div', { class: 'slds-backdrop slds-backdrop_open' }),
    ),
  );
}

export function toast(text) {
  document.querySelector('.forceVisualMessageQueue')?.remove();
  document.body.append(
    make(
      'div',
      { class: 'slds-notify_container forceVisualMessageQueue' },
      make(
        'div',
        { class: 'slds-notify slds-notify_toast slds-theme_success forceToastMessage', role: 'status' },
        make('div', { class: 'slds-notify__content' }, make('span', { class: 'toastMessage' }, text)),
      ),
    ),
  );
}
