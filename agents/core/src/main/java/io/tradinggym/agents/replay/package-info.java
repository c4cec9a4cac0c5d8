/**
 * What off-policy learners share: the {@link io.tradinggym.agents.replay.Replay} of past transitions, drawn from
 * uniformly, by {@link io.tradinggym.agents.replay.Prioritization} or by {@link
 * io.tradinggym.agents.replay.Similarity}, and the {@link io.tradinggym.agents.replay.OffPolicyLearner} that acts,
 * stores and lets an {@link io.tradinggym.agents.replay.OffPolicyUpdate} learn from samples.
 */
@NullMarked
package io.tradinggym.agents.replay;

import org.jspecify.annotations.NullMarked;
