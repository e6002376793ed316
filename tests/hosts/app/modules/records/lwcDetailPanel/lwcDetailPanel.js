import { api, LightningElement } from 'lwc';

export default class LwcDetailPanel extends LightningElement {
  @api page;

  cancel() {
    this.dispatchEvent(new CustomEvent('hostcancel', { bubbles: true, composed: true }));
  }

  save() {
    this.dispatchEvent(new CustomEvent('hostsave', { bubbles: true, composed: true }));
  }
}
