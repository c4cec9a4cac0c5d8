package io.tradinggym.allocator.rules;

/**
 * A rule whose {@link #update} takes the loss of each expert. The regret bounds are for losses in [0, 1]; a return r
 * of a specialist becomes such a loss by {@code (high - r) / (high - low)} with the range fixed in advance.
 */
public interface ExpertRule extends OnlineRule {}
