import { api, LightningElement } from 'lwc';

export default class HighlightsPanelOpportunity extends LightningElement {
  @api page;

  edit() {
    this.dispatchEvent(new CustomEvent('hostedit', { bubbles: true, composed: true }));
  }
}
