/** `npm run ships`: what is in the built extension that is not ours, from the list that goes along with it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const [list = ''] = readFileSync(join(root, '.output/chrome-mv3/licenses.txt'), 'utf8').split('-'.repeat(70));
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { hasInstallScript?: boolean }>;
};
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
const locked = Object.entries(packages).filter(([path]) => path !== '');
const scripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);

console.log(list.trim());
console.log(`
${Object.keys(dependencies).length} packages are named in package.json to ship; ${locked.length} are locked in all, with those that build and test.
Packages that would run something when installed: ${scripts.join(', ') || 'none'}. None does: .npmrc says so.`);
