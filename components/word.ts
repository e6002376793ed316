/**
 * Words into which nothing is put, asked of the browser once: in a table that asks for every cell, asking
 * takes longer than all else that is done to sort it.
 */
import { i18n, type GeneratedI18nStructure as Words } from '#i18n';
import { remembered } from '../lib/domain/written';

type Plain = { [K in keyof Words]: Words[K] extends { substitutions: 0; plural: false } ? K : never }[keyof Words];

export const word: (key: Plain) => string = remembered((key) => i18n.t(key as Plain));
