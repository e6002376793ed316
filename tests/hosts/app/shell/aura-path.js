import { make } from './dom.js';

/** Draws the older path, which is Aura markup. A click on a step selects it; the button stores it. */
export function drawAuraPath(container, page, store, chosen = null) {
  const steps = page.steps(chosen).map((step) => {
    const state = step.classes.match(/slds-is-(complete|current)/)?.[1] ?? 'ahead';
    return make(
      'li',
      {
        class: `${step.classes} runtime_sales_pathassistantPathAssistantTab`,
        'data-name': step.label,
        onclick: () => drawAuraPath(container, page, store, step.label),
      },
      make(
        'a',
        { class: 'slds-path__link tabHeader', tabindex: '0', role: 'option', 'data-tab-name': step.label },
        make(
          'span',
          { class: `${state} slds-path__stage` },
          make('span', { class: 'slds-assistive-text' }, step.assistive),
        ),
        make('span', { class: 'title slds-path__title' }, step.label),
      ),
    );
  });
  const button = make(
    'button',
    {
      class: `slds-button slds-button_brand slds-path__mark-complete stepAction ${chosen ? 'active' : 'current'} uiButton`,
      type: 'button',
      onclick: () => store(page.stageAfter(chosen)),
    },
    make('span', { class: 'label bBody' }, page.pathAction(chosen)),
  );
  const header = 'runtime_sales_pathassistantPathAssistantHeader slds-grid slds-path__track';
  container.replaceChildren(
    make(
      'div',
      { class: 'runtime_sales_pathassistantPathAssistant slds-path slds-card slds-p-around_small' },
      make(
        'div',
        { class: header },
        make(
          'div',
          { class: 'slds-grid slds-path__scroller-container' },
          make('ul', { class: 'slds-path__nav', role: 'listbox' }, ...steps),
        ),
        button,
      ),
    ),
  );
}
