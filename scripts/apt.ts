/** What the tests need beside npm's packages, from Debian's or Ubuntu's own. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Debian or Ubuntu, and allowed to install. */
export function canInstall(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** @throws where apt cannot be reached or refuses; what it says is printed. */
export function install(options: readonly string[], ...packages: string[]): void {
  const apt = (...args: string[]) =>
    execFileSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  apt('update');
  // Another program may be installing something, as machines do by themselves after they start.
  apt('install', '-y', '-o', 'DPkg::Lock::Timeout=120', ...options, ...packages);
}
