import { api, LightningElement } from 'lwc';

/** The details are in the document only while their tab is the open one. */
export default class Tabset2 extends LightningElement {
  @api page;

  get details() {
    return this.page.tab === 'detail';
  }

  get tabs() {
    return ['activity', 'detail'].map((name) => ({
      name,
      label: this.page.labels[name],
      selected: String(name === this.page.tab),
      classes: `slds-tabs_default__item${name === this.page.tab ? ' slds-is-active' : ''}`,
    }));
  }

  choose(event) {
    event.preventDefault();
    const detail = event.currentTarget.dataset.tabValue;
    this.dispatchEvent(new CustomEvent('hosttab', { bubbles: true, composed: true, detail }));
  }
}
