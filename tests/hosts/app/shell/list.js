/** The list of opportunities as a table, and as the kanban board that has no address of its own. */
import { make } from './dom.js';
import { STAGES } from './page.js';

const pathOf = (deal) => `/lightning/r/Opportunity/${deal.id}/view`;

function linkTo(deal, go) {
  return make(
    'a',
    {
      href: pathOf(deal),
      onclick: (event) => {
        event.preventDefault();
        go(pathOf(deal));
      },
    },
    deal.name.slice(0, 200),
  );
}

export function table(deals, go) {
  const rows = deals.map((deal) =>
    make(
      'tr',
      { class: 'slds-hint-parent', 'data-row-key-value': deal.id },
      make('th', { scope: 'row' }, linkTo(deal, go)),
      make('td', {}, deal.account),
      make('td', {}, deal.stage),
    ),
  );
  const heads = ['Opportunity Name', 'Account Name', 'Stage'].map((text) => make('th', { scope: 'col' }, text));
  return make(
    'lst-object-home',
    {},
    make(
      'lst-list-view-manager',
      { class: 'forceListViewManager' },
      make(
        'table',
        { class: 'slds-table slds-table_bordered' },
        make('thead', {}, make('tr', {}, ...heads)),
        make('tbody', {}, ...rows),
      ),
    ),
  );
}

/** Cards carry the record's 18-character id as a class and are dragged as HTML does; a card dropped on a column takes its stage. */
export function board(deals, go, setStage) {
  let dragged = null;
  const card = (deal) =>
    make(
      'li',
      {
        class: 'runtime_sales_pipelineboardPipelineViewCardStencil',
        ondragstart: () => {
          dragged = deal;
        },
      },
      make(
        'div',
        {
          draggable: 'true',
          class: `${deal.id} pipelineViewCard uiDraggable slds-box slds-box_x-small slds-m-bottom_x-small`,
        },
        make('div', { class: 'pipelineViewCardInnerWrapper' }, linkTo(deal, go), make('div', {}, deal.account)),
      ),
    );
  const columns = STAGES.map((stage) => {
    const inIt = deals.filter((deal) => (deal.shown?.StageName ?? deal.stage) === stage);
    return make(
      'div',
      {
        class: 'runtime_sales_pipelineboardPipelineViewColumn',
        'data-stage': stage,
        ondragover: (event) => event.preventDefault(),
        ondrop: () => {
          if (dragged && dragged.stage !== stage) setStage(dragged.id, stage);
          dragged = null;
        },
      },
      make(
        'div',
        { class: 'runtime_sales_pipelineboardPipelineViewColumnHeader' },
        make('span', { class: 'stageHeaderLabel' }, `${stage} (${inIt.length})`),
      ),
      make('ul', {}, ...inIt.map(card)),
    );
  });
  return make('div', { class: 'runtime_sales_pipelineboardPipelineViewContainer' }, ...columns);
}
