import { api, LightningElement } from 'lwc';

export default class OwnerLookup extends LightningElement {
  @api field;
}
