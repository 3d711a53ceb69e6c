#!/bin/bash
# Cuts the power while bookmarks are saved, and looks whether what was told as saved is there.
#
#     power-cuts.sh WRITER [CUTS]
#
# WRITER is the built file-writer; CUTS is how often, 20 unless told. A small ext4 image lies
# in memory and is mounted by loop. The writer is killed while it saves, and the image is copied
# at once, without what the kernel still holds back: that is what a disk has when the power goes.
# The copy is mounted, which replays its journal, and its bookmarks are compared with what the
# writer had said. Half of the cuts are on a file system that orders data before names, half on
# one that does not. Needs root; ends with 1 if anything was lost.
set -eu
writer=${1:?usage: power-cuts.sh WRITER [CUTS]}
cuts=${2:-20}
[ "$(id -u)" = 0 ] || { echo "skipped: only root can mount an image"; exit 0; }
work=$(mktemp -d /dev/shm/awl-power-XXXXXX)
cleanup() {
  umount "$work/live" 2>/dev/null || true
  umount "$work/dead" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT
mkdir "$work/live" "$work/dead"

# One cut: options of the live mount as the argument. Sets said and lost.
cut_once() {
  truncate -s 24M "$work/image"
  mkfs.ext4 -q -F "$work/image"
  mount -o "loop,commit=300,$1" "$work/image" "$work/live"
  "$writer" "$work/live/bookmarks.jsonl" cut 0 > "$work/said" 2>/dev/null &
  pid=$!
  sleep "0.$((RANDOM % 400 + 150))"
  kill -9 "$pid"
  wait "$pid" 2>/dev/null || true
  cp "$work/image" "$work/copy"
  umount "$work/live"
  mount -o loop "$work/copy" "$work/dead"
  said=0 lost=0
  while read -r word number; do
    [ "$word" = saved ] || continue
    said=$((said + 1))
    grep -q "\"https://cut.example/$number\"" "$work/dead/bookmarks.jsonl" 2>/dev/null || lost=$((lost + 1))
  done < "$work/said"
  # Torn is a file whose last line does not end, or whose first is no header.
  if [ -s "$work/dead/bookmarks.jsonl" ]; then
    head -n 1 "$work/dead/bookmarks.jsonl" | grep -q '^{"format":"awl-bookmarks","version":1}$' || lost=$((lost + 1))
    [ "$(tail -c 1 "$work/dead/bookmarks.jsonl" | od -An -c | tr -d ' ')" = '\n' ] || lost=$((lost + 1))
  fi
  umount "$work/dead"
}

total=0 gone=0
for cut in $(seq "$cuts"); do
  if [ $((cut % 2)) = 0 ]; then options=data=ordered; else options=data=writeback,noauto_da_alloc; fi
  cut_once "$options"
  total=$((total + said))
  gone=$((gone + lost))
done
echo "$cuts cuts, $total saves told, $gone lost"
[ "$gone" = 0 ] && [ "$total" -gt 0 ]
