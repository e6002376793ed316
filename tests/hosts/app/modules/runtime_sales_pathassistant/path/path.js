import { api, LightningElement } from 'lwc';

/** A click on a step selects it; only the button stores it. */
export default class Path extends LightningElement {
  @api page;
  chosen = null;

  get steps() {
    return this.page.steps(this.chosen).map((step) => ({
      ...step,
      choose: () => {
        this.chosen = step.label;
      },
    }));
  }

  get action() {
    return this.page.pathAction(this.chosen);
  }

  advance() {
    const detail = this.page.stageAfter(this.chosen);
    this.chosen = null;
    this.dispatchEvent(new CustomEvent('hoststage', { bubbles: true, composed: true, detail }));
  }
}
