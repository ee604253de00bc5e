#!/usr/bin/env bash
# Puts the parts together that the tasks of slurm-part.sh computed:
#   sbatch --dependency=afterok:JOB Sources/Cluster/slurm-merge.sh OUTPUT
#SBATCH --job-name=carecast-merge
set -euo pipefail
exec "${CARECAST:-carecast}" merge "$1".parts/* --output "$1"
