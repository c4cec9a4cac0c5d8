#!/bin/bash
# Seeds of one specification as a Slurm job array: sbatch --array=0-19 experiments/jobs/slurm-array.sh SPEC OUT
# A task that is run twice writes the same bytes; a result appears whole or not at all. Afterwards the results are
# files OUT/trial-SEED.json, the same as those of one machine.
#SBATCH --job-name=trading-gym
#SBATCH --cpus-per-task=1
#SBATCH --mem=3G
#SBATCH --time=02:00:00
set -euo pipefail
spec=${1:?a configuration, as train takes it}
out=${2:?a folder that all nodes see}
seed=$((7 + ${SLURM_ARRAY_TASK_ID:?run this as an array: sbatch --array=0-19 ...}))
mkdir -p "$out"
[ -s "$out/trial-$seed.json" ] || experiments/run trial --spec "$spec" --seed "$seed" --out "$out/trial-$seed.json"
