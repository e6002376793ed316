import { api, LightningElement } from 'lwc';

export default class HoverableLink extends LightningElement {
  @api href;
  @api label;

  open(event) {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('hostgo', { bubbles: true, composed: true, detail: this.href }));
  }
}
