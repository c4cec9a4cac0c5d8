#!/bin/bash
# A Spark cluster from the library's own JARs, without a distribution of Spark.
#   on one machine:   experiments/jobs/spark-standalone.sh master
#   on all others:    experiments/jobs/spark-standalone.sh worker spark://MASTER:7077 [CORES] [MEMORY]
#   then, anywhere:   experiments/run tune CONFIG --on spark://MASTER:7077 --out DIR
# This folder and DIR lie on a file system that all machines see under one name. Run a command with --on once before,
# such as experiments/run spark-drill --out /tmp/drill: it builds the JARs. JAVA_HOME is a JDK 25.
set -euo pipefail
jobs=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
lib=$(dirname "$jobs")/spark/target/lib
[ -d "$lib" ] || { echo "no JARs in $lib: run experiments/run spark-drill --out /tmp/drill once" >&2; exit 2; }
work=$(mktemp -d "${TMPDIR:-/tmp}/trading-gym-spark.XXXXXX")
mkdir "$work/home"
ln -s "$lib" "$work/home/jars"
export SPARK_HOME=$work/home SPARK_SCALA_VERSION=2.13
export SPARK_LOCAL_IP=${SPARK_LOCAL_IP:-$(hostname -i | cut -d' ' -f1)}
java=("${JAVA_HOME:?JAVA_HOME must be a JDK 25}/bin/java" -Xmx512m --enable-native-access=ALL-UNNAMED
  --sun-misc-unsafe-memory-access=allow -cp "$lib/*")
case "${1:-}" in
  master) exec "${java[@]}" org.apache.spark.deploy.master.Master --host "$SPARK_LOCAL_IP" --port 7077 ;;
  worker)
    exec "${java[@]}" org.apache.spark.deploy.worker.Worker --host "$SPARK_LOCAL_IP" --cores "${3:-$(nproc)}" \
      --memory "${4:-4g}" --work-dir "$work/work" "${2:?the address of the master, spark://HOST:7077}"
    ;;
  *) sed -n '2,7p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
