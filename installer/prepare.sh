# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by `run` and `test`: system libraries, .venv in the checkout, the program in it.
# Everything is done once and only when something changed; a second copy waits for the first.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
mkdir -p build

say() { printf '\n== %s\n' "$*" >&2; }

# What a fresh Debian 12 lacks. The first line is Python, the second Qt on any screen, the third Qt on X11.
libraries=(
  python3 python3-venv ca-certificates
  libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0
  libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0
  libcups2 xvfb xauth
)

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else return 1; fi
}

install_packages() {
  command -v apt-get >/dev/null || { say "No apt here: these must be installed by hand: $*"; return; }
  local missing=()
  for name in "$@"; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return
  # libglib2.0-0 is called libglib2.0-0t64 from Debian 13 on; apt resolves the old name.
  say "Installing system packages: ${missing[*]}"
  as_root apt-get update -qq >&2 && as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2 ||
    say "Some packages could not be installed; going on with what there is."
}

find_python() {
  local python
  for python in /usr/bin/python3 python3.13 python3.12 python3.11 python3; do
    if "$python" -c 'import sys, venv, ensurepip, ssl; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$python"
      return
    fi
  done
  say "Python 3.11 or newer with venv is needed."
  exit 1
}

# prepare NAME [pip options]: make .venv hold what pyproject.toml asks for.
prepare() {
  local name=$1 stamp
  shift
  exec 9>build/prepare.lock
  flock 9
  stamp=$(sha256sum pyproject.toml installer/prepare.sh | sha256sum | cut -c1-16)
  if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c '' 2>/dev/null; then
    rm -rf .venv
    "$(find_python)" -m venv .venv
  fi
  if [ "$(cat ".venv/.$name" 2>/dev/null)" != "$stamp" ]; then
    say "Installing Punos and what it needs into .venv"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1' >&2
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable . "$@" >&2
    echo "$stamp" >".venv/.$name"
  fi
  .venv/bin/python -m i18n.catalogues compile >&2
  flock -u 9
  exec 9>&-
}
