package io.tradinggym.experiments.bench;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What came of a benchmark; one JSON object a line. A step is a step of one lane, one decision or one optimiser step.
 * Figures are medians over rounds.
 *
 * @param stepsPerSecond of wall-clock time, over all lanes
 * @param stepsPerCpuSecond of CPU time of the stepping thread
 * @param leastPerCpuSecond of the slowest round
 * @param mostPerCpuSecond of the fastest round
 * @param stepsPerJvmCpuSecond of CPU time of the whole JVM, its compilers and collector included
 * @param allocatedBytesPerStep on the stepping thread, resets included
 * @param gflopPerCpuSecond floating-point operations, 1e9; 0 where they are not counted
 * @param rounds of which these are the medians
 */
public record Measurement(
    @JsonProperty("benchmark") String benchmark,
    @JsonProperty("lanes") int lanes,
    @JsonProperty("threads") int threads,
    @JsonProperty("steps_per_second") double stepsPerSecond,
    @JsonProperty("steps_per_cpu_second") double stepsPerCpuSecond,
    @JsonProperty("least_per_cpu_second") double leastPerCpuSecond,
    @JsonProperty("most_per_cpu_second") double mostPerCpuSecond,
    @JsonProperty("steps_per_jvm_cpu_second") double stepsPerJvmCpuSecond,
    @JsonProperty("allocated_bytes_per_step") double allocatedBytesPerStep,
    @JsonProperty("gflop_per_cpu_second") double gflopPerCpuSecond,
    @JsonProperty("rounds") int rounds,
    @JsonProperty("round_seconds") double roundSeconds) {}
