package io.tradinggym.experiments.run;

import io.tradinggym.agents.policy.Policy;

/**
 * An agent as training left it.
 *
 * @param seed it was trained from
 * @param policy the one that did best on the validation episodes, or the last
 * @param chosenAt steps after which that policy was taken
 * @param validation its mean return on the validation episodes, NaN without any
 * @param log of the training
 */
public record Trained(
    long seed, Policy policy, long chosenAt, double validation, TrainingLog log) {}
