/**
 * Learners over the Gym API; nothing here knows what a market is. {@code nn} is the network engine, {@code policy} what a
 * learner leaves behind, {@code rollout} what on-policy learners collect, {@code train} the loop, its callbacks, logs and
 * checkpoints, and every algorithm has a package of its own, such as {@code ppo} and {@code a2c}.
 */
@NullMarked
package io.tradinggym.agents;

import org.jspecify.annotations.NullMarked;
