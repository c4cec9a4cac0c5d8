package io.tradinggym.agents.replay;

/** How transitions are drawn from a replay, other than uniformly. */
public sealed interface Draws permits Prioritization, Similarity {}
