import { canInstallDebianPackages, installDebianPackages } from './debian-packages.mjs';
import { findExecutable, isExecutable } from './find-executable.mjs';

/**
 * Finds Firefox, installing Debian's where that is possible: the first of KANO_FIREFOX, an installed one, `apt-get install firefox-esr`.
 *
 * @returns {Promise<string>} The path of its executable.
 * @throws {Error} When there is none; the message says what to install.
 */
export async function ensureFirefox() {
  const given = process.env.KANO_FIREFOX;
  if (given) {
    if (!isExecutable(given)) throw new Error(`KANO_FIREFOX is ${given}, which is not an executable file.`);
    return given;
  }
  const found = installedFirefox();
  if (found) return found;
  if (canInstallDebianPackages()) {
    await installDebianPackages(['firefox-esr', 'fonts-dejavu-core', 'fonts-noto-cjk']);
    const installed = installedFirefox();
    if (installed) return installed;
  }
  throw new Error('No Firefox found. Install it (Debian: sudo apt-get install firefox-esr), or set KANO_FIREFOX to its path.');
}

function installedFirefox() {
  const places = process.platform === 'darwin' ? ['/Applications/Firefox.app/Contents/MacOS/firefox'] : [];
  return ['firefox-esr', 'firefox'].map(findExecutable).find(Boolean) ?? places.find(isExecutable);
}
