import { LightningElement } from 'lwc';

export default class Field extends LightningElement {}
