#!/bin/sh
# Becomes a container's process, in the mount namespace that it was started in:
#   run-as-container.sh ROOT 'SETPRIV OPTIONS' [HOST-PATH:PATH]... -- COMMAND...
# The base image (Node.js and the libraries that it needs) is this machine's; everything is read-only.
set -eu
root=$1
privileges=$2
shift 2

mount --bind "$root" "$root"
for folder in bin lib lib64 sbin usr; do
  if [ -L "/$folder" ]; then
    [ -L "$root/$folder" ] || ln -s "$(readlink "/$folder")" "$root/$folder"
  elif [ -d "/$folder" ]; then
    mkdir -p "$root/$folder"
    mount --bind "/$folder" "$root/$folder"
    mount -o remount,bind,ro "$root/$folder"
  fi
done

mkdir -p "$root/proc" "$root/dev"
mount -t proc -o nosuid,nodev,noexec proc "$root/proc"
mount -t tmpfs -o nosuid,noexec,mode=0755 tmpfs "$root/dev"
for device in null random urandom zero; do
  touch "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mount -o remount,ro "$root/dev"

while [ "$1" != -- ]; do
  if [ -d "${1%%:*}" ]; then
    mkdir -p "$root${1#*:}"
  else
    mkdir -p "$(dirname "$root${1#*:}")"
    touch "$root${1#*:}"
  fi
  mount --bind "${1%%:*}" "$root${1#*:}"
  mount -o remount,bind,ro "$root${1#*:}"
  shift
done
shift
mount -o remount,bind,ro "$root"

# Unquoted: it is a list of options.
# shellcheck disable=SC2086
exec chroot "$root" setpriv $privileges -- "$@"
