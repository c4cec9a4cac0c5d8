package io.tradinggym.agents.rl4j;

import io.tradinggym.agents.policy.Policy;

/**
 * What a run of RL4J left behind.
 *
 * @param returns of the training episodes, in the order in which they ended
 * @param steps that the environments took in these episodes
 * @param policy what was learned, as a policy of this library: greedy, needs no RL4J
 */
@SuppressWarnings("ArrayRecordComponent")
public record Rl4jRun(double[] returns, long steps, Policy policy) {}
