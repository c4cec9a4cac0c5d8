/**
 * Learners over the Gym API; nothing here knows what a market is. {@code nn} is the network engine, {@code policy} what
 * a learner leaves behind, {@code rollout} what on-policy learners collect and {@code replay} what the others remember,
 * {@code train} the loop, its callbacks, logs and checkpoints, and every algorithm has a package of its own: {@code
 * ppo}, {@code a2c}, {@code dqn}, {@code sac}.
 */
@NullMarked
package io.tradinggym.agents;

import org.jspecify.annotations.NullMarked;
