import { api, LightningElement } from 'lwc';

export default class InputField extends LightningElement {
  @api field;

  change(event) {
    const detail = { api: this.field.api, text: event.detail.value };
    this.dispatchEvent(new CustomEvent('hostdraft', { bubbles: true, composed: true, detail }));
  }
}
