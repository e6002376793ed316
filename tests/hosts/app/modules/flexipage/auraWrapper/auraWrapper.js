import { api, LightningElement } from 'lwc';
import { drawAuraPath } from '../../../shell/aura-path.js';

/** Aura components inside a Lightning page are plain elements in a wrapper. */
export default class AuraWrapper extends LightningElement {
  shown;

  @api
  get page() {
    return this.shown;
  }

  set page(page) {
    this.shown = page;
    this.draw();
  }

  renderedCallback() {
    this.draw();
  }

  draw() {
    const container = this.template.querySelector('.aura-wrapper');
    if (!container) return;
    drawAuraPath(container, this.shown, (detail) => {
      this.dispatchEvent(new CustomEvent('hoststage', { bubbles: true, composed: true, detail }));
    });
  }
}
