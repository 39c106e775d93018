# What the proofs in a bare Debian 12 share; to be sourced. `proof` is the name of the program that does it, `root` where the
# root is made. Needs root and debootstrap.

repository=$(git -c safe.directory='*' -C "$(dirname "$(readlink -f "$0")")" rev-parse --show-toplevel)
suite=bookworm

say() { printf '== %s\n' "$*"; }

refuse() {
  printf '%s: %s\n' "$proof" "$*" >&2
  exit 1
}

own_mirror() {
  apt-get indextargets --format '$(REPO_URI)' "Codename: $suite" 'Created-By: Packages' 2>/dev/null | head -n 1
}

# in_root USER COMMAND: as USER in the bare root, with an empty environment and its own processes and mounts.
in_root() {
  local user=$1 command=$2
  # The root becomes a mount point, so that a test inside can mount a small disk of its own.
  unshare --mount --pid --fork --kill-child /bin/bash -c 'mount --bind "$0" "$0" && cd "$0" && exec nice -n 10 chroot . "$@"' "$root" \
    /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb \
    /bin/bash -c 'mount -t proc proc /proc && exec su "$0" -s /bin/bash -c "$1"' "$user" "$command"
}

# proves NAME COMMAND…: the command must succeed; how long it took is printed.
proves() {
  local name=$1 start=$EPOCHREALTIME
  shift
  if ! "$@" >"$root/proof.log" 2>&1; then
    tail -n 40 "$root/proof.log"
    trap - EXIT
    refuse "$name: failed; the root and all of the log stay in $root"
  fi
  say "$name: held, $(awk -v from="$start" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.1f", to - from }') s"
  tail -n "${lines_shown:-3}" "$root/proof.log"
}

# make_bare_root MIRROR: the smallest root there is, removed at the end unless GUATU_KEEP is set or something failed.
make_bare_root() {
  ((EUID == 0)) || refuse "only root can make a root"
  command -v debootstrap >/dev/null || refuse "debootstrap is missing"
  mirror=${1:-${GUATU_MIRROR:-$(own_mirror)}}
  [[ $mirror ]] || refuse "name a mirror: no package source of this machine carries $suite"
  root=${GUATU_BARE_ROOT:-$(mktemp -d -p "${TMPDIR:-/var/tmp}" guatu-bare.XXXXXX)}
  mkdir -p "$root"
  chmod 755 "$root"
  [[ ${GUATU_KEEP:-} ]] || trap 'rm -rf --one-file-system "$root"' EXIT
  lines_shown=1 proves "a bare $suite" debootstrap --variant=minbase "$suite" "$root" "$mirror"
  cp /etc/resolv.conf "$root/etc/resolv.conf"
}
