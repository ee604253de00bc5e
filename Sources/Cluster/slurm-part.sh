#!/usr/bin/env bash
# One part of a batch as a task of a Slurm array:
#   sbatch --array=1-16 Sources/Cluster/slurm-part.sh OUTPUT sensitivity --method sobol …
# Task k of n computes the part k/n into OUTPUT.parts/k, which every node must see. A task that is
# run again, because its node failed or someone requeued it, goes on from the blocks it had kept.
# The program is $CARECAST, or carecast on the search path.
#SBATCH --job-name=carecast
#SBATCH --requeue
#SBATCH --open-mode=append
set -euo pipefail
output=$1
shift
part=$output.parts/$SLURM_ARRAY_TASK_ID
if [[ -e $part/batch.json ]]; then
  echo "$part is there already"
  exit
fi
mkdir -p "$output.parts"
exec "${CARECAST:-carecast}" "$@" --threads "${SLURM_CPUS_PER_TASK:-1}" \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --output "$part" --resume
