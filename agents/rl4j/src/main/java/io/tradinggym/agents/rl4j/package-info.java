/**
 * RL4J, the reinforcement learning of Deeplearning4j, on our environments: a baseline of the JVM to compare with, and a
 * bridge for those who come from it.
 *
 * <p>{@link io.tradinggym.agents.rl4j.GymMdp} shows an environment with a Discrete action space as an RL4J {@code MDP},
 * for any learner of RL4J. {@link io.tradinggym.agents.rl4j.Rl4j} runs its DQN and its A3C with their own settings and
 * a seed; the {@link io.tradinggym.agents.rl4j.Rl4jRun} holds the returns of training and the learned policy, as one of
 * ours: it can be evaluated, saved and loaded without RL4J.
 *
 * <p>RL4J ended in 2021. Take it to compare; to learn, take the algorithms of {@code trading-gym-agents-core}.
 *
 * <p>The JVM wants {@code --enable-native-access=ALL-UNNAMED}; {@code OMP_NUM_THREADS=1} keeps the native threads from
 * fighting over small networks.
 */
@NullMarked
package io.tradinggym.agents.rl4j;

import org.jspecify.annotations.NullMarked;
