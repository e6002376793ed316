import { api, LightningElement } from 'lwc';

/** Ours, so that layouts of both kinds print a field the same way; Lightning generates this per layout. */
export default class OutputField extends LightningElement {
  @api field;
}
