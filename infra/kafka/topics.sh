#!/usr/bin/env bash
# Makes the topics that are missing, and brings the settings of those that are there to what stands here. It may run again and again.
# KAFKA: host:port of a broker. PARTITIONS: of learner-events (more can be had later, fewer never). REPLICAS: 3 on a cluster.
set -euo pipefail

KAFKA=${KAFKA:-kafka:9092}
PARTITIONS=${PARTITIONS:-12}
REPLICAS=${REPLICAS:-1}
BIN=${BIN:-/opt/kafka/bin}
DAY=86400000

# topic NAME PARTITIONS SETTING=VALUE…
topic() {
  local name=$1 partitions=$2 settings
  shift 2
  settings=$(IFS=,; echo "$*")
  "$BIN/kafka-topics.sh" --bootstrap-server "$KAFKA" --create --if-not-exists --topic "$name" \
    --partitions "$partitions" --replication-factor "$REPLICAS"
  "$BIN/kafka-configs.sh" --bootstrap-server "$KAFKA" --alter --entity-type topics --entity-name "$name" --add-config "$settings"
}

# 16 MiB is what ingest reads at most (Ingest:MaxMessageBytes); a larger one would be rejected unread. A month, so that a mistake that
# is found late can be read again: the tables take the same statement twice and count it once.
topic learner-events "$PARTITIONS" cleanup.policy=delete "retention.ms=$((30 * DAY))" max.message.bytes=16777216

# The newest of each key is the state: it is never deleted, and a new worker reads it from the start.
topic course-outlines 1 cleanup.policy=compact max.message.bytes=16777216
topic enrolments 3 cleanup.policy=compact max.message.bytes=16777216

# The refused messages as they came, so they may name people: kept no longer than what they came from, and larger by their headers.
topic learner-events.rejected 3 cleanup.policy=delete "retention.ms=$((30 * DAY))" max.message.bytes=17825792

topic engagement-alerts 3 cleanup.policy=delete "retention.ms=$((90 * DAY))"
