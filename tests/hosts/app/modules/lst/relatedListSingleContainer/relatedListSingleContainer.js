import { api, LightningElement } from 'lwc';

export default class RelatedListSingleContainer extends LightningElement {
  @api label;
  @api rows;
  /** The list on a page of its own. */
  @api href;

  open(event) {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('hostgo', { bubbles: true, composed: true, detail: this.href }));
  }
}
