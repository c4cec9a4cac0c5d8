/**
 * Learners over the Gym API; nothing here knows what a market is. {@code nn} is the network engine, {@code policy} what a
 * learner leaves behind, {@code rollout} and {@code replay} what learners on and off policy collect, {@code train} the loop, its callbacks, logs and
 * checkpoints, and every algorithm has a package of its own, such as {@code ppo}, {@code a2c} and {@code dqn}.
 */
@NullMarked
package io.tradinggym.agents;

import org.jspecify.annotations.NullMarked;
