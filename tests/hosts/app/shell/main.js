/**
 * The shell: reads what the CRM knows, routes, draws records into windows, and offers the driver
 * `window.__app` to tests and to a person at the console.
 */
import { createElement } from 'lwc';
import OneRecordHome from 'one/recordHomeFlexipage2';
import { make } from './dom.js';
import { composer, header, listenForShortcuts, modal, shortcuts, toast, utilityBar } from './furniture.js';
import { board, table } from './list.js';
import { pageOf } from './page.js';
import { consoleWindows, standardWindows } from './windows.js';

const { options, org } = JSON.parse(document.getElementById('data').textContent);

/** Record pages alive in the document: `{ id, element, view }`. */
const alive = new Set();
let kanban = false;
let drawing = 0;
let waiting = null;

const dealOf = (id) => org.deals.find((deal) => deal.id.slice(0, 15) === id.slice(0, 15));

function refresh(record) {
  record.element.page = pageOf(dealOf(record.id), org, options, record.view);
}

function refreshAll(id) {
  for (const record of alive) if (record.id === id) refresh(record);
}

function set(id, changes) {
  const deal = dealOf(id);
  Object.assign(deal, changes, { shown: { ...deal.shown, ...changes.shown } });
  if (changes.stage) delete deal.shown.StageName;
  refreshAll(deal.id);
  if (/\/o\/Opportunity\//.test(location.pathname)) route();
}

/** The record page of one deal, with what its user does wired to the store. */
function recordPage(deal) {
  const element = createElement('one-record-home-flexipage2', { is: OneRecordHome });
  const tab = options.detail === 'lazy' ? 'activity' : 'detail';
  const record = { id: deal.id, element, view: { tab, editing: options.edit, drafts: {} } };
  const on = (name, react) =>
    element.addEventListener(name, (event) => {
      react(event.detail);
      refresh(record);
    });
  const edit = (editing) => {
    record.view = { tab: editing ? 'detail' : record.view.tab, editing, drafts: {} };
  };
  on('hosttab', (name) => {
    record.view = { ...record.view, tab: name };
  });
  on('hostedit', () => edit(true));
  on('hostcancel', () => edit(false));
  on('hostdraft', ({ api, text }) => {
    record.view = { ...record.view, drafts: { ...record.view.drafts, [api]: text } };
  });
  on('hostsave', () => {
    const { StageName, ...shown } = record.view.drafts;
    edit(false);
    set(deal.id, StageName ? { shown, stage: StageName } : { shown });
  });
  on('hoststage', (stage) => {
    set(deal.id, { stage });
    toast('Stage changed successfully.');
  });
  element.addEventListener('hostgo', (event) => go(event.detail));
  alive.add(record);
  refresh(record);
  return element;
}

function plainPage(title) {
  return make(
    'div',
    { class: 'slds-card slds-p-around_large' },
    make('h1', { class: 'slds-text-heading_medium' }, title),
  );
}

/** What an address shows: `{ title, draw, keep }`; a page that is not kept is drawn anew each time. */
function viewOf(url) {
  const path = url.pathname + (url.pathname.startsWith('/one/') ? url.hash : '');
  const id = /(?:\/r\/(?:[A-Za-z_]+\/)?|#\/sObject\/)([A-Za-z0-9]{15,18})(?:\/|$)/.exec(path)?.[1];
  if (!id) {
    if (!/\/o\/Opportunity\/(list|pipelineInspection|home)/.test(path)) {
      return { title: 'Home | Salesforce', draw: () => plainPage('Home'), keep: true };
    }
    const draw = () => (kanban ? board(org.deals, go, (deal, stage) => set(deal, { stage })) : table(org.deals, go));
    return { title: 'Recently Viewed | Opportunities | Salesforce', draw, keep: false };
  }
  const deal = dealOf(id);
  const related = /\/related\/([A-Za-z_]+)\//.exec(path)?.[1];
  if (deal && related) return { title: `${related} | Salesforce`, draw: () => plainPage(related), keep: true };
  if (deal) {
    const name = deal.shown?.Name ?? deal.name;
    return { title: `${name} | Opportunity | Salesforce`, draw: () => recordPage(deal), keep: true };
  }
  const person = org.contacts.find((contact) => contact.id.startsWith(id.slice(0, 15)));
  const name = person?.name ?? 'Record';
  return { title: `${name} | Salesforce`, draw: () => plainPage(name), keep: true };
}

document.body.append(header(go));
const stage = make('div', { class: 'shell-stage oneAppLayoutHost' });
document.body.append(
  stage,
  utilityBar(() => composer(!document.querySelector('.slds-docked_container'))),
);
listenForShortcuts();
const windows = options.app === 'console' ? consoleWindows(stage, go) : standardWindows(stage);

/** Draws what the address says, and drops what an earlier address asked for. */
function route() {
  clearTimeout(drawing);
  const url = new URL(location.href);
  const draw = () => {
    waiting = null;
    const view = viewOf(url);
    const path = url.pathname + url.hash;
    const workspace = url.searchParams.get('ws') ?? path;
    if (!view.keep) windows.forget(path);
    windows.show(path, workspace, view.title, view.draw);
    document.title = view.title;
  };
  waiting = draw;
  if (options.draw === 0) draw();
  else if (options.draw !== 'manual') drawing = setTimeout(draw, options.draw);
}

function go(path) {
  history.pushState({}, '', path);
  route();
}

/** Adds and removes `n` nodes inside the active record, a thousand to a task. */
async function storm(n) {
  const place = document.querySelector('.active.lafPageHost') ?? document.body;
  for (let done = 0; done < n; done += 1) {
    const node = make('span', { class: 'storm' }, String(done));
    place.append(node);
    node.setAttribute('data-n', String(done));
    node.remove();
    if (done % 1000 === 999) await new Promise((resolve) => setTimeout(resolve));
  }
}

const front = () => [...alive].find((record) => record.element.getClientRects().length > 0);

window.__app = {
  options,
  shortcuts,
  go,
  set,
  storm,
  composer,
  modal,
  toast,
  stage: (id, name) => set(id, { stage: name }),
  /** Draws what a slow page still owes; true if it owed anything. */
  draw() {
    const owed = waiting !== null;
    waiting?.();
    return owed;
  },
  /** Opens the tab `detail` or `activity` of the record in front. */
  tab(name) {
    const record = front();
    record.view = { ...record.view, tab: name };
    refresh(record);
  },
  edit(editing = true) {
    const record = front();
    record.view = { tab: 'detail', editing, drafts: {} };
    refresh(record);
  },
  /** Shows the list as a board, or as a table again. */
  kanban(on = true) {
    kanban = on;
    route();
  },
};

window.addEventListener('popstate', route);
window.addEventListener('hashchange', route);
route();
