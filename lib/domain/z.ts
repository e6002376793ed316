/**
 * The one zod of the project, with its compiled fast path off: extension pages forbid
 * generated code (their content security policy has no `unsafe-eval`), and the setting has
 * to be made before the first schema. Everybody imports `z` from here.
 */
import { z } from 'zod';

z.config({ jitless: true });

export { z };
